package org.engageconnector.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.validate.ValidatedSite.Printed;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate} against a real PostgreSQL with passwords, a real Redis and the simulators' sockets: every fault by its exit code. */
class ValidateIT {

    @TempDir
    static Path folder;

    private static ValidatedSite site;

    @BeforeAll
    static void start() throws Exception {
        site = new ValidatedSite(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @AfterEach
    void everything_is_well_again() throws Exception {
        site.cloud().clearFaults();
    }

    @Test
    void a_site_that_is_well_gives_0_and_a_line_for_everything_that_was_looked_at() throws Exception {
        Printed printed = site.validate(Map.of());

        assertThat(printed.exitCode()).as(printed.text()).isEqualTo(ExitCode.DONE);
        assertThat(printed.text())
                .contains("routes of config-sync", "agent state mapping", "Redis 7", "every query gives its columns")
                .contains("is primary", "is backup", "logged in, organisation", "no permission is missing")
                .doesNotContain("FAILED");
    }

    @Test
    void a_wrong_database_password_is_refused_4() throws Exception {
        expect(Map.of("EX_CONFIG_DB_PASSWORD", "not-the-password"), ExitCode.REFUSED)
                .contains("does not accept user and password")
                .contains("EX_CONFIG_DB_PASSWORD")
                .contains("correct them")
                .doesNotContain("not-the-password");
    }

    @Test
    void a_database_that_is_not_there_is_unreachable_3() throws Exception {
        expect(Map.of("EX_CONFIG_DB_URL", "jdbc:postgresql://127.0.0.1:1/postgres"), ExitCode.UNREACHABLE)
                .contains("the database cannot be reached")
                .contains("check host, port");
    }

    @Test
    void a_missing_column_is_refused_4_with_the_query_and_the_column() throws Exception {
        site.sql("ALTER TABLE cfg_person RENAME COLUMN employee_id TO employee_number");
        try {
            expect(Map.of(), ExitCode.REFUSED)
                    .contains("person")
                    .contains("employee_id")
                    .contains("mend the file or the rights");
        } finally {
            site.sql("ALTER TABLE cfg_person RENAME COLUMN employee_number TO employee_id");
        }
    }

    @Test
    void a_missing_table_right_is_refused_4() throws Exception {
        site.sql("REVOKE SELECT ON cfg_skill FROM reader");
        try {
            expect(Map.of(), ExitCode.REFUSED).contains("cfg_skill");
        } finally {
            site.sql("GRANT SELECT ON cfg_skill TO reader");
        }
    }

    @Test
    void a_region_in_which_the_client_is_unknown_is_refused_4() throws Exception {
        try (GenesysCloudSimulator elsewhere =
                GenesysCloudSimulator.builder().port(0).start()) {
            expect(
                            Map.of(
                                    "EX_GENESYS_CLOUD_API_URL",
                                    elsewhere.url(),
                                    "EX_GENESYS_CLOUD_LOGIN_URL",
                                    elsewhere.url()),
                            ExitCode.REFUSED)
                    .contains("genesys cloud as")
                    .contains("correct the client or the region");
        }
    }

    @Test
    void a_region_that_does_not_exist_is_unreachable_3() throws Exception {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put("EX_GENESYS_CLOUD_API_URL", null);
        changed.put("EX_GENESYS_CLOUD_LOGIN_URL", null);
        changed.put("EX_GENESYS_CLOUD_REGION", "no-such-region.invalid");
        expect(changed, ExitCode.UNREACHABLE).contains("cannot be reached").contains("check the region");
    }

    @Test
    void another_organisation_is_refused_4() throws Exception {
        String other = UUID.randomUUID().toString();
        expect(Map.of("ORG_ID", other, "EX_ORG_ID", other), ExitCode.REFUSED)
                .contains("belongs to organisation " + site.cloud().organisationId())
                .contains(other);
    }

    @Test
    void a_missing_permission_is_refused_4_and_named() throws Exception {
        for (String permission : new String[] {"conversation:conversation:inject", "routing:queue:add"}) {
            site.cloud().addFault(Fault.missingPermission(permission));
            expect(Map.of(), ExitCode.REFUSED)
                    .contains("the permission " + permission + " is missing")
                    .contains("add the permission to the role");
            site.cloud().clearFaults();
        }
    }

    @Test
    void a_stat_server_that_is_not_there_is_unreachable_3() throws Exception {
        expect(Map.of("EX_STAT_SERVER_PRIMARY", "127.0.0.1:1"), ExitCode.UNREACHABLE)
                .contains("stat server 127.0.0.1:1")
                .contains("check host and port");
    }

    @Test
    void a_sip_server_that_refuses_our_password_is_refused_4() throws Exception {
        expect(Map.of("EX_ENGAGE_PASSWORD", "not-the-password"), ExitCode.REFUSED)
                .contains("sip server")
                .contains("ex.engage.password")
                .doesNotContain("not-the-password");
    }

    @Test
    void a_redis_that_is_not_there_is_3_one_that_refuses_us_or_may_evict_is_4() throws Exception {
        expect(Map.of("EX_REDIS_URL", "redis://127.0.0.1:1"), ExitCode.UNREACHABLE)
                .contains("check that Redis runs");
        expect(Map.of("EX_REDIS_URL", site.redisUrl("nobody", "not-the-password")), ExitCode.REFUSED)
                .contains("WRONGPASS")
                .doesNotContain("not-the-password");
        site.redis("CONFIG SET maxmemory-policy allkeys-lru");
        try {
            expect(Map.of(), ExitCode.REFUSED).contains("maxmemory-policy is allkeys-lru", "noeviction");
        } finally {
            site.redis("CONFIG SET maxmemory-policy noeviction");
        }
    }

    @Test
    void a_redis_without_append_only_file_is_a_warning_and_leaves_0() throws Exception {
        site.redis("CONFIG SET appendonly no");
        try {
            expect(Map.of(), ExitCode.DONE).contains("warning  redis: Redis has no append-only file");
        } finally {
            site.redis("CONFIG SET appendonly yes");
        }
    }

    @Test
    void a_clock_that_is_off_is_a_warning_and_leaves_0() throws Exception {
        try (GenesysCloudSimulator ahead = site.cloudWithClock(120_000)) {
            expect(
                            Map.of("EX_GENESYS_CLOUD_API_URL", ahead.url(), "EX_GENESYS_CLOUD_LOGIN_URL", ahead.url()),
                            ExitCode.DONE)
                    .containsPattern("warning  genesys cloud as .*clock is 1[12][0-9] s off");
        }
    }

    @Test
    void a_bad_route_file_is_2_with_its_line_and_no_dependency_is_asked() throws Exception {
        Path file = site.home().resolve("routes/call-engine.camel.yaml");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("process: {ref: callEngine", "proces: {ref: callEngine"));
        try {
            expect(Map.of("EX_REDIS_URL", "redis://127.0.0.1:1"), ExitCode.USAGE)
                    .containsPattern("call-engine.camel.yaml, line \\d+")
                    .contains("mend the file")
                    .contains("dependencies were not looked at");
        } finally {
            Files.writeString(file, whole);
        }
    }

    @Test
    void a_key_that_is_twice_in_a_route_file_is_2() throws Exception {
        Path file = site.home().resolve("routes/call-engine.camel.yaml");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("    id: call-engine\n", "    id: call-engine\n    id: call-engine\n"));
        try {
            expect(Map.of(), ExitCode.USAGE).containsPattern("call-engine.camel.yaml, line \\d+");
        } finally {
            Files.writeString(file, whole);
        }
    }

    @Test
    void a_mapping_file_that_is_not_complete_is_2_with_its_line() throws Exception {
        Path file = site.home().resolve("config/agent-state-mapping.yaml");
        String whole = Files.readString(file);
        Files.writeString(
                file, whole.replace("{status: LoggedOut, presence: Offline", "{status: LoggedOf, presence: Offline"));
        try {
            expect(Map.of(), ExitCode.USAGE).contains("agent state mapping").contains("docs/agent-states.md");
        } finally {
            Files.writeString(file, whole);
        }
    }

    @Test
    void an_unknown_setting_is_2_with_the_nearest_name() throws Exception {
        Path file = Files.writeString(site.home().resolve("config/application.properties"), "ex.redis.ulr=redis://x\n");
        try {
            expect(Map.of(), ExitCode.USAGE).contains("ex.redis.ulr").contains("ex.redis.url");
        } finally {
            Files.writeString(file, "");
        }
    }

    private static org.assertj.core.api.AbstractStringAssert<?> expect(Map<String, String> changed, ExitCode code)
            throws Exception {
        Printed printed = site.validate(changed);
        assertThat(printed.exitCode()).as(printed.text()).isEqualTo(code);
        return assertThat(printed.text());
    }
}
