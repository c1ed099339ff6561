package org.engageconnector.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compose files, their example environment and the bootstrap name settings that there are, and run roles alike. */
class ContainerFilesTest {

    private static final Path DOCKER = Path.of("../docker");

    private static final Pattern SETTING = Pattern.compile("\\bEX_[A-Z0-9_]+|\\b(?:ORG|TENANT)_ID\\b");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @Test
    void every_setting_that_is_named_exists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Setting setting : KnownSettings.all()) {
            known.add(setting.environmentName());
            known.addAll(setting.otherEnvironmentNames());
        }
        for (String file : List.of(
                "compose.yaml",
                "env.example",
                "vm/config-sync.compose.yaml",
                "vm/agent-state-sync.compose.yaml",
                "vm/conversation-provider.compose.yaml",
                "bootstrap/inventory.example.ini",
                "bootstrap/engage_bootstrap/inventory.py",
                "bootstrap/engage_bootstrap/checks.py")) {
            Set<String> named = SETTING.matcher(Files.readString(DOCKER.resolve(file)))
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !name.equals("EX_"))
                    .map(name -> known.contains(name) ? name : name.replaceFirst("_FILE$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).as(file).isNotEmpty().isSubsetOf(known);
        }
    }

    @Test
    void a_vm_runs_its_role_as_user_500_on_a_read_only_root_with_time_to_stop() throws IOException {
        for (Role role : Role.values()) {
            JsonNode service = yaml.readTree(
                            DOCKER.resolve("vm/" + role.id() + ".compose.yaml").toFile())
                    .at("/services/" + role.id());
            assertThat(service.at("/command/1").asText()).isEqualTo(role.id());
            assertThat(service.path("ports").path(0).asText()).isEqualTo(role.port() + ":" + role.port());
            assertThat(service.at("/environment/ROLE_PORT").asText()).isEqualTo("" + role.port());
            hardened(service);
        }
    }

    @Test
    void on_one_machine_it_is_the_same() throws IOException {
        JsonNode compose = yaml.readTree(DOCKER.resolve("compose.yaml").toFile());
        hardened(compose.path("x-role"));
        List<String> roles = new ArrayList<>();
        for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
            JsonNode command = service.getValue().path("command");
            if (command.path(0).asText().equals("run")) {
                roles.add(command.path(1).asText());
                assertThat(service.getValue().at("/ports/0").asText()).startsWith("127.0.0.1:");
            }
        }
        assertThat(roles)
                .containsExactlyInAnyOrder(
                        "config-sync", "agent-state-sync", "conversation-provider", "conversation-provider");
    }

    private static void hardened(JsonNode service) {
        assertThat(service.path("user").asText()).isEqualTo("500:500");
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
        assertThat(service.path("stop_grace_period").asText()).isEqualTo("35s");
        assertThat(service.has("mem_limit")).isTrue();
    }
}
