package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.engageconnector.processors.configsync.snapshot.ConfigDatabaseException;
import org.engageconnector.processors.configsync.snapshot.ConfigSnapshot;
import org.engageconnector.processors.configsync.snapshot.Dialect;
import org.engageconnector.processors.configsync.snapshot.QueryFiles;
import org.engageconnector.processors.configsync.snapshot.Scope;
import org.engageconnector.processors.configsync.snapshot.Snapshot;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The query files on a real PostgreSQL (docs/config-sync.md#queries). */
class ConfigQueriesIT {

    private static final Site SITE = SiteGenerator.generate(new SiteOptions(12, 2, 3));
    private static final long TENANT = SITE.tenantDbid();

    private static ConfigDatabase database;
    private static EngageTables engage;

    @BeforeAll
    static void start() throws Exception {
        database = ConfigDatabase.start(SITE, Map.of("agent_state_sync", Map.of("client_id", "id")), 0);
        engage = new EngageTables(database, "all", TENANT);
    }

    @AfterAll
    static void stop() {
        engage.close();
    }

    @Test
    void theSnapshotIsTheSite() {
        Snapshot snapshot = engage.read();
        assertThat(snapshot.tenantName()).isEqualTo(SITE.tenantName());
        SITE.agents().forEach(agent -> {
            Snapshot.Person person = snapshot.persons().get((long) agent.dbid());
            assertThat(person.employeeId()).isEqualTo(agent.employeeId());
            assertThat(snapshot.logins().get(person.dbid()))
                    .extracting(Snapshot.Login::code)
                    .containsExactly(agent.loginCode());
            assertThat(snapshot.skillLevels().get(person.dbid()))
                    .hasSize(agent.skills().size());
            assertThat(snapshot.dns())
                    .filteredOn(dn -> dn.placeDbid() == person.placeDbid())
                    .extracting(Snapshot.ConfigDn::number)
                    .containsExactly(agent.dn());
        });
        assertThat(snapshot.members().values().stream().mapToInt(Set::size).sum())
                .isEqualTo(SITE.members());
        assertThat(snapshot.transaction()).isEqualTo(Map.of("agent_state_sync", Map.of("client_id", "id")));
        assertThat(snapshot.actionCodes()).isEqualTo(SITE.actionCodes());
    }

    @Test
    void otherTenantsPeopleWhoAreNoAgentsAndPaddingStayOut() {
        engage.execute(
                "INSERT INTO cfg_tenant (dbid, name) VALUES (777, 'Other')",
                "INSERT INTO cfg_person (dbid, tenant_dbid, employee_id, user_name) VALUES (77701, 777, 'x', 'x')",
                "INSERT INTO cfg_skill (dbid, tenant_dbid, name) VALUES (77702, 777, 'Foreign')",
                "INSERT INTO cfg_skill (dbid, tenant_dbid, name) VALUES (77703, " + TENANT + ", '  Padded  ')",
                "INSERT INTO cfg_skill (dbid, tenant_dbid, name, state) VALUES (77704, " + TENANT + ", 'Off', 2)");
        Snapshot snapshot = engage.read();
        assertThat(snapshot.persons()).hasSize(12);
        assertThat(snapshot.skills().values()).contains("Padded").doesNotContain("Foreign", "Off");
    }

    @Test
    void aDisabledAgentIsReadAsDisabled() {
        long dbid = SITE.agents().get(0).dbid();
        engage.execute("UPDATE cfg_person SET state = 2 WHERE dbid = " + dbid);
        Snapshot snapshot = engage.read();
        assertThat(snapshot.persons().get(dbid).enabled()).isFalse();
        assertThat(snapshot.members().values()).noneMatch(members -> members.contains(dbid));
        engage.execute("UPDATE cfg_person SET state = 1 WHERE dbid = " + dbid);
    }

    @Test
    void aLongTransactionValueIsPutTogetherFromItsParts() {
        engage.execute(
                "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name) "
                        + "VALUES (99001, 9001, 16, 0, 'config_sync')",
                "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name, prop_value, part) "
                        + "VALUES (99003, 9001, 16, 99001, 'client_id', '-second', 2)",
                "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name, prop_value, part) "
                        + "VALUES (99002, 9001, 16, 99001, 'client_id', 'first', 1)");
        assertThat(engage.read().transaction().get("config_sync")).containsEntry("client_id", "first-second");
        engage.execute("DELETE FROM cfg_flex_prop WHERE dbid IN (99001, 99002, 99003)");
    }

    @Test
    void theScopeMayBeTheAnnexOrSomeAgentGroups() throws Exception {
        long dbid = SITE.agents().get(3).dbid();
        engage.execute(
                "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name) VALUES (98001, "
                        + dbid + ", 3, 0, 'engage-connector')",
                "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name, prop_value) "
                        + "VALUES (98002, " + dbid + ", 3, 98001, 'sync', 'true')");
        Snapshot annex = read("annex");
        assertThat(annex.persons().values().stream().filter(annex::active))
                .extracting(Snapshot.Person::dbid)
                .containsExactly(dbid);
        String group = SITE.agents().get(0).group();
        Snapshot groups = read("agent-groups=" + group + ", nobody");
        assertThat(groups.persons().values().stream().filter(groups::active)).hasSize((int) SITE.agents().stream()
                .filter(agent -> agent.group().equals(group))
                .count());
        assertThat(groups.emptyGroups()).containsExactly("nobody");
    }

    @Test
    void aMissingColumnIsNamedWithItsQueryFile(@TempDir Path folder) throws Exception {
        copy(Path.of("../config/sql/postgresql"), folder.resolve("postgresql"));
        Path person = folder.resolve("postgresql/person.sql");
        Files.writeString(person, Files.readString(person).replace("p.email", "p.e_mail"));
        Path skill = folder.resolve("postgresql/skill.sql");
        Files.writeString(skill, Files.readString(skill).replace("s.dbid, s.name", "s.dbid, s.name AS title"));
        try (HikariDataSource pool = pool(database.password())) {
            ConfigSnapshot snapshot = snapshot(pool, folder);
            assertThatThrownBy(snapshot::check)
                    .isInstanceOfSatisfying(
                            ConfigDatabaseException.class,
                            e -> assertThat(e.answered()).isTrue())
                    .hasMessageContaining("person.sql")
                    .hasMessageContaining("e_mail")
                    .hasMessageContaining("skill.sql gives no column name");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldFromOneThatRefuses() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:9/nothing");
        config.setConnectionTimeout(500);
        config.setInitializationFailTimeout(-1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            ConfigSnapshot away = snapshot(pool, Path.of("../config/sql"));
            assertThatThrownBy(away::begin)
                    .isInstanceOfSatisfying(
                            ConfigDatabaseException.class,
                            e -> assertThat(e.answered()).isFalse())
                    .hasMessageContaining("ex.config-db.url");
        }
    }

    @Test
    void aUserWhoMayNotLogInOrNotReadIsToldWhatIsMissing() throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE locked_out NOLOGIN");
            statement.execute("CREATE ROLE reads_nothing LOGIN");
        }
        try (HikariDataSource pool = pool("locked_out", "x")) {
            assertThatThrownBy(snapshot(pool, Path.of("../config/sql"))::begin)
                    .isInstanceOfSatisfying(
                            ConfigDatabaseException.class,
                            e -> assertThat(e.answered()).isTrue())
                    .hasMessageContaining("ex.config-db.username");
        }
        try (HikariDataSource pool = pool("reads_nothing", "x")) {
            assertThatThrownBy(snapshot(pool, Path.of("../config/sql"))::begin)
                    .hasMessageContaining("person.sql fails: ERROR: permission denied for table cfg_person")
                    .hasMessageContaining("grant the right to read");
        }
    }

    @Test
    void aTableThatGoesWhileTheConnectorRunsIsNamedToo() throws Exception {
        try (HikariDataSource pool = pool(database.password());
                EngageTables tables = new EngageTables(pool, "all", TENANT);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            tables.read();
            statement.execute("ALTER TABLE cfg_action_code RENAME TO gone");
            try {
                assertThatThrownBy(tables::read).hasStackTraceContaining("cfg_action_code");
                assertThatThrownBy(tables::read).hasStackTraceContaining("action-code.sql fails");
            } finally {
                statement.execute("ALTER TABLE gone RENAME TO cfg_action_code");
            }
            assertThat(tables.read().tenantName()).isEqualTo(SITE.tenantName());
        }
    }

    @Test
    void aTenantThatIsNotThereIsSaidSo() {
        try (HikariDataSource pool = pool(database.password())) {
            assertThatThrownBy(new ConfigSnapshot(
                            pool,
                            Dialect.POSTGRESQL,
                            new QueryFiles(Path.of("../config/sql"), Dialect.POSTGRESQL, ""),
                            Scope.parse("all"),
                            999,
                            "DispositionCode")::check)
                    .hasMessageContaining("no enabled tenant with DBID 999");
        }
    }

    @Test
    void theEnvironmentTenantIsRefused() {
        assertThatThrownBy(() -> new ConfigSnapshot(
                        null,
                        Dialect.POSTGRESQL,
                        new QueryFiles(Path.of("../config/sql"), Dialect.POSTGRESQL, ""),
                        Scope.parse("all"),
                        1,
                        "DispositionCode"))
                .hasMessageContaining("Environment");
    }

    private static Snapshot read(String scope) throws Exception {
        try (HikariDataSource pool = pool(database.password());
                EngageTables tables = new EngageTables(pool, scope, TENANT)) {
            return tables.read();
        }
    }

    private static ConfigSnapshot snapshot(HikariDataSource pool, Path folder) {
        return new ConfigSnapshot(
                pool,
                Dialect.POSTGRESQL,
                new QueryFiles(folder, Dialect.POSTGRESQL, ""),
                Scope.parse("all"),
                TENANT,
                "DispositionCode");
    }

    private static HikariDataSource pool(String password) {
        return pool(database.username(), password);
    }

    private static HikariDataSource pool(String username, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(username);
        config.setPassword(password);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
