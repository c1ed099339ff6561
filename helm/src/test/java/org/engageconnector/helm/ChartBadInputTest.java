package org.engageconnector.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot be right are refused before anything reaches the cluster, with what to do next. */
class ChartBadInputTest {

    private static final String ENVS = "engageconnectorConfig.envs.";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "replica; 3; replica",
                "role; config-synch; role",
                "deployment.strategy; bluegreen; strategy",
                "image.tag; not a tag; tag",
                "image.pullPolicy; Sometimes; pullPolicy",
                "replicas; -1; replicas",
                "replicas; many; replicas",
                "terminationGracePeriodSeconds; 10; terminationGracePeriodSeconds",
                "topologySpread.zone; Perhaps; zone",
                "securityContext.runAsUser; 0; runAsUser",
                "probes.startup.path; /; path",
                "secrets.redisUrl; redis.example.com:6379; redisUrl",
                "secrets.httpTokn; x; httpTokn",
                "engageconnectorConfig.envs.EX_TENANTID; 101; EX_TENANTID",
                "engageconnectorConfig.envs.EX_INSTANCE_ID; mine; EX_INSTANCE_ID",
                "engageconnectorConfig.envs.EX_CONVERSATION_PROVIDER_HTTP_HOST; 127.0.0.1; HTTP_HOST",
                "routes.files.status; x; status",
                "autoscaling.type; vpa; type",
            })
    void the_schema_refuses_what_is_no_value_of_the_key(String key, String value, String named) {
        assertThat(refused(Map.of(key, value))).contains(named);
    }

    @ParameterizedTest
    @CsvSource({
        "EX_HTTP_TOKEN",
        "EX_REDIS_URL",
        "EX_CONFIG_DB_PASSWORD",
        "EX_GENESYS_CLOUD_CLIENT_SECRET",
        "EX_HTTP_TOKEN_FILE"
    })
    void a_secret_among_the_settings_is_refused_and_not_shown(String name) {
        assertThat(refused(Map.of(ENVS + name, "planted")))
                .contains(name)
                .doesNotContain("planted-")
                .doesNotContain(": planted");
    }

    @Test
    void a_secret_that_is_given_twice_is_refused() {
        assertThat(refused(Map.of("secrets.existing", "made-beforehand", "secrets.existingKeys[0]", "http-token")))
                .contains("http-token is given twice")
                .contains("engageconnector.secrets.httpToken")
                .contains("made-beforehand")
                .contains("take one of them away")
                .doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "secrets.httpToken, secrets.httpToken",
        "secrets.redisUrl, secrets.redisUrl",
        "engageconnectorConfig.envs.EX_TENANT_ID, EX_TENANT_ID",
        "engageconnectorConfig.envs.EX_SIP_SERVERS, EX_SIP_SERVERS",
        "engageconnectorConfig.envs.EX_GENESYS_CLOUD_REGION, EX_GENESYS_CLOUD_REGION"
    })
    void what_the_role_cannot_start_without_is_asked_for(String key, String named) {
        assertThat(refused(Map.of(key, ""))).contains("set engageconnector").contains(named);
    }

    @Test
    void each_role_is_asked_for_its_own_servers() {
        assertThat(refused(Map.of("role", "agent-state-sync"))).contains("EX_STAT_SERVER_PRIMARY");
        assertThat(refused(Map.of("role", "config-sync"))).contains("EX_ORG_ID");
        assertThat(refused(Map.of("role", "config-sync", ENVS + "EX_ORG_ID", "organisation")))
                .contains("secrets.configDbUrl");
    }

    @Test
    void autoscaling_of_a_role_that_works_once_is_refused() {
        for (String role : List.of("config-sync", "agent-state-sync")) {
            assertThat(refused(Map.of(
                            "role",
                            role,
                            "autoscaling.enabled",
                            true,
                            ENVS + "EX_ORG_ID",
                            "organisation",
                            ENVS + "EX_STAT_SERVER_PRIMARY",
                            "stat",
                            "secrets.configDbUrl",
                            "jdbc:postgresql://db/genesys")))
                    .contains("autoscaling cannot be enabled for " + role)
                    .contains("set engageconnector.autoscaling.enabled=false");
        }
    }

    @Test
    void autoscaling_without_room_or_without_Prometheus_is_refused() {
        assertThat(refused(Map.of("autoscaling.enabled", true, "maxReplicas", 2)))
                .contains("raise maxReplicas or lower replicas");
        assertThat(refused(Map.of("autoscaling.enabled", true, "autoscaling.type", "keda")))
                .contains("prometheusAddress");
    }

    @Test
    void a_canary_of_all_pods_or_beside_autoscaling_is_refused() {
        assertThat(refused(Map.of("deployment.strategy", "canary", "deployment.canaryPods", 3)))
                .contains("canaryPods is 3 of 3 replicas");
        assertThat(refused(Map.of("deployment.strategy", "canary", "autoscaling.enabled", true)))
                .contains("until the canary is over");
    }

    @Test
    void blue_green_without_active_or_colour_and_a_colour_without_blue_green_are_refused() {
        assertThat(refused(Map.of("deployment.strategy", "blue-green", "deployment.color", "green")))
                .contains("needs engageconnector.deployment.active");
        assertThat(refused(Map.of("deployment.strategy", "blue-green", "deployment.active", false)))
                .contains("needs engageconnector.deployment.color");
        assertThat(refused(Map.of("deployment.active", false))).contains("set the strategy to blue-green");
        assertThat(refused(Map.of(
                        "deployment.strategy",
                        "blue-green",
                        "deployment.active",
                        true,
                        "deployment.color",
                        "blue",
                        "autoscaling.enabled",
                        true)))
                .contains("autoscaling.enabled=false");
    }

    @Test
    void what_the_site_brings_is_given_once() {
        assertThat(refused(Map.of("routes.existingConfigMap", "own", "routes.files.own\\.camel\\.yaml", "[]")))
                .contains("engageconnector.routes is given twice");
        assertThat(refused(Map.of("mappings.existingConfigMap", "own", "mappings.agentStateMapping", "x")))
                .contains("engageconnector.mappings is given twice");
        assertThat(refused(Map.of("mappings.existingSql[0]", "person.sql"))).contains("existingConfigMap");
        assertThat(refused(Map.of("secrets.existing", "made-beforehand"))).contains("existingKeys");
        assertThat(refused(Map.of("secrets.existingKeys[0]", "secret-key"))).contains("names no Secret");
    }

    /** What Helm says of the site's values with these on top. */
    private static String refused(Map<String, ?> settings) {
        Map<String, Object> named = new HashMap<>();
        settings.forEach((key, value) -> named.put("engageconnector." + key, value));
        Throwable thrown = catchThrowable(() -> RenderedChart.of(List.of("site"), named));
        assertThat(thrown).as("%s is refused", settings).isNotNull();
        return String.valueOf(thrown.getMessage());
    }
}
