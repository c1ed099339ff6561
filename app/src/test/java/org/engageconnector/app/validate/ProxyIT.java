package org.engageconnector.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.validate.ValidatedSite.Printed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Genesys Cloud behind a real forward proxy (tinyproxy), with TLS to a server whose certificate an own authority signed. */
@ExtendWith(NeedsProxy.class)
class ProxyIT {

    private static final String PASSWORD = "planted-password-of-the-proxy";

    @TempDir
    static Path folder;

    private static ValidatedSite site;
    private static OwnAuthority authority;
    private static TlsFront cloud;
    private static Tinyproxy proxy;

    @BeforeAll
    static void start() throws Exception {
        site = new ValidatedSite(folder);
        authority = new OwnAuthority(folder.resolve("authority")).sign("cloud");
        cloud = new TlsFront(
                authority.context("cloud"),
                false,
                URI.create(site.cloud().url()).getPort());
        proxy = new Tinyproxy(folder.resolve("proxy"), "BasicAuth connector " + PASSWORD);
    }

    @AfterAll
    static void stop() throws Exception {
        proxy.close();
        cloud.close();
        site.close();
    }

    @Test
    void token_and_requests_go_through_the_proxys_tunnel() throws Exception {
        expect(Map.of(), ExitCode.DONE)
                .contains("ex.tls.ca-file can be used", "logged in, organisation", "no permission is missing")
                .doesNotContain("FAILED");
        assertThat(cloud.accepted.get()).isPositive();
        assertThat(proxy.log()).anyMatch(line -> line.contains("CONNECT localhost:" + cloud.port()));
    }

    @Test
    void hosts_of_no_proxy_are_reached_directly() throws Exception {
        expect(
                        Map.of("EX_HTTP_PROXY_NO_PROXY", "elsewhere.example, LOCALHOST", "EX_HTTP_PROXY_PORT", "1"),
                        ExitCode.DONE)
                .contains("logged in, organisation");
    }

    @Test
    void an_authority_that_is_not_known_is_refused_4_with_the_setting_to_mend() throws Exception {
        expect(without("EX_TLS_CA_FILE"), ExitCode.REFUSED)
                .contains("is not trusted", "valid certification path", "ex.tls.ca-file");
    }

    @Test
    void a_proxy_that_wants_another_password_is_unreachable_3_and_the_password_is_not_shown() throws Exception {
        expect(Map.of("EX_HTTP_PROXY_PASSWORD", "not-" + PASSWORD), ExitCode.UNREACHABLE)
                .contains("the proxy", "refused a connection to localhost", "401", "correct ex.http-proxy.username")
                .doesNotContain(PASSWORD);
    }

    @Test
    void a_proxy_that_wants_a_password_and_gets_none_is_unreachable_3() throws Exception {
        Map<String, String> changed = without("EX_HTTP_PROXY_PASSWORD");
        changed.put("EX_HTTP_PROXY_USERNAME", null);
        expect(changed, ExitCode.UNREACHABLE)
                .contains("refused a connection to localhost", "407", "set or correct ex.http-proxy.username");
    }

    @Test
    void a_proxy_that_forbids_the_port_is_not_taken_for_a_missing_permission() throws Exception {
        try (Tinyproxy strict = new Tinyproxy(folder.resolve("strict"), "ConnectPort 1")) {
            expect(Map.of("EX_HTTP_PROXY_PORT", Integer.toString(strict.port())), ExitCode.UNREACHABLE)
                    .contains("(ex.http-proxy.host) refused a connection", "403")
                    .doesNotContain("is missing");
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_unreachable_3() throws Exception {
        expect(Map.of("EX_HTTP_PROXY_PORT", "1"), ExitCode.UNREACHABLE)
                .contains("127.0.0.1:1", "Connection refused", "ex.http-proxy.host");
    }

    @Test
    void a_user_without_a_password_is_2() throws Exception {
        expect(without("EX_HTTP_PROXY_PASSWORD"), ExitCode.USAGE)
                .contains("ex.http-proxy.username is set, and ex.http-proxy.password is not");
    }

    private static Map<String, String> without(String name) {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put(name, null);
        return changed;
    }

    private static AbstractStringAssert<?> expect(Map<String, String> changed, ExitCode code) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        String url = "https://localhost:" + cloud.port();
        all.put("EX_GENESYS_CLOUD_API_URL", url);
        all.put("EX_GENESYS_CLOUD_LOGIN_URL", url);
        all.put("EX_TLS_CA_FILE", authority.caFile().toString());
        all.put("EX_HTTP_PROXY_HOST", "127.0.0.1");
        all.put("EX_HTTP_PROXY_PORT", Integer.toString(proxy.port()));
        all.put("EX_HTTP_PROXY_USERNAME", "connector");
        all.put("EX_HTTP_PROXY_PASSWORD", PASSWORD);
        all.put("EX_HTTP_PROXY_NO_PROXY", "elsewhere.example");
        all.putAll(changed);
        Printed printed = site.validate(all);
        assertThat(printed.exitCode()).as(printed.text()).isEqualTo(code);
        return assertThat(printed.text());
    }
}
