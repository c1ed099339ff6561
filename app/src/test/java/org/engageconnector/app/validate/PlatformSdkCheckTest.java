package org.engageconnector.app.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.engage.EngageTls;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.platformsdk.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `validate` and the start say of a site's folder of the Platform SDK, and of files for TLS. */
class PlatformSdkCheckTest {

    @TempDir
    private Path none;

    @Test
    void a_whole_folder_is_named_with_its_version() {
        List<Finding> findings = check(StandIn.asItIs().version("900.10.6").folder());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(finding.line()).contains("Platform SDK 900.10.6", "everything that is used is there");
        });
    }

    @Test
    void what_only_degrades_is_a_warning_with_what_is_lost() {
        List<Finding> findings =
                check(StandIn.asItIs().without("RequestStartCallMonitoring").folder());
        assertThat(findings).hasSize(2).allMatch(finding -> finding.exitCode() == ExitCode.DONE);
        assertThat(findings.get(1).warning()).isTrue();
        assertThat(findings.get(1).line()).contains("RequestStartCallMonitoring", "calls are told from");
    }

    @Test
    void what_nothing_works_without_fails_with_the_setting_and_the_next_step() {
        List<Finding> findings =
                check(StandIn.asItIs().without("RequestRegisterAddress").folder());
        assertThat(findings.get(0).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(findings.get(0).line())
                .contains("RequestRegisterAddress", "ex.engage.platform-sdk.path", "docs/platform-sdk.md");
    }

    @Test
    void an_empty_folder_fails_with_what_to_put_there() {
        assertThat(check(none).get(0).line()).contains("no jars are in", "put the jars");
    }

    @Test
    void without_a_folder_a_role_is_not_read() {
        assertThatThrownBy(() ->
                        settings(Map.of("EX_ENGAGE_TRANSPORT", "platform-sdk")).read(Role.CONVERSATION_PROVIDER))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the transport platform-sdk needs ex.engage.platform-sdk.path");
    }

    @Test
    void a_file_for_tls_without_tls_is_a_mistake_and_a_wrong_one_is_named() {
        assertThatThrownBy(() ->
                        settings(Map.of("EX_ENGAGE_TLS_CA_FILE", "/x.pem")).read(Role.CONVERSATION_PROVIDER))
                .hasMessageContaining("ex.engage.tls.ca-file is set, and ex.engage.tls.enabled is not");
        RoleSettings settings = settings(Map.of(
                        "EX_ENGAGE_TLS_ENABLED",
                        "true",
                        "EX_ENGAGE_TLS_CA_FILE",
                        none.resolve("absent.pem").toString()))
                .readForCommand(Role.CONVERSATION_PROVIDER);
        assertThatThrownBy(() -> EngageTls.of(settings))
                .hasMessageContaining("ex.engage.tls.ca-file cannot be used")
                .hasMessageContaining("EX_ENGAGE_TLS_CA_FILE");
    }

    private List<Finding> check(Path folder) {
        RoleSettings settings = settings(
                        Map.of("EX_ENGAGE_TRANSPORT", "platform-sdk", "EX_ENGAGE_PLATFORM_SDK_PATH", folder.toString()))
                .readForCommand(Role.CONVERSATION_PROVIDER);
        return new PlatformSdkCheck(settings).run();
    }

    private SettingsReader settings(Map<String, String> environment) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("EX_TENANT_ID", "101");
        return new SettingsReader(none, all, "test");
    }
}
