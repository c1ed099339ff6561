package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.engageconnector.processors.configsync.snapshot.Dialect;
import org.engageconnector.processors.configsync.snapshot.Query;
import org.engageconnector.processors.configsync.snapshot.QueryCheck;
import org.engageconnector.processors.configsync.snapshot.QueryFiles;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The query files for Oracle and SQL Server are understood by H2 in the mode of each and give the right columns and members.
 * No real Oracle or SQL Server was asked.
 */
class OtherDialectsTest {

    @ParameterizedTest
    @CsvSource({"ORACLE, Oracle", "SQLSERVER, MSSQLServer"})
    void everyQueryGivesItsColumns(Dialect dialect, String mode) throws Exception {
        try (Connection connection = database(mode)) {
            QueryFiles files = new QueryFiles(Path.of("../config/sql"), dialect, "");
            assertThat(new QueryCheck(files, 101, "DispositionCode").problems(connection, List.of(Query.values())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"ORACLE, Oracle", "SQLSERVER, MSSQLServer"})
    void membersAreThoseOfTheGroupsInTheAnnexOrOfTheNamedGroup(Dialect dialect, String mode) throws Exception {
        try (Connection connection = database(mode)) {
            fill(connection);
            String sql = new QueryFiles(Path.of("../config/sql"), dialect, "").text(Query.QUEUE_MEMBER);
            Set<String> members = new TreeSet<>();
            try (PreparedStatement statement = connection.prepareStatement(sql.replaceAll(":\\?tenant", "101"));
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(rows.getLong("vq_dbid") + ":" + rows.getLong("person_dbid"));
                }
            }
            assertThat(members).containsExactly("1:11", "1:12", "2:12", "3:11");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyDialectHasEveryQueryAndPutsTheSchemaBeforeEveryTable(Dialect dialect) {
        QueryFiles files = new QueryFiles(Path.of("../config/sql"), dialect, "genesys");
        for (Query query : Query.values()) {
            assertThat(files.text(query)).doesNotContain("{").containsPattern("genesys\\.cfg_");
            assertThat(files.text(query)).doesNotContainPattern("(FROM|JOIN) cfg_");
        }
    }

    private static Connection database(String mode) throws SQLException, IOException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=" + mode);
        try (Statement statement = connection.createStatement();
                InputStream schema = ConfigDatabase.class.getResourceAsStream("config-db.sql")) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("INSERT INTO cfg_tenant (dbid, name) VALUES (101, 'Resources')");
        }
        return connection;
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO cfg_switch (dbid, tenant_dbid, name) VALUES (9, 101, 'SIP_A')");
            for (String row : List.of("1, 'N1', 'Alias1'", "2, 'N2', 'Alias2'", "3, 'N3', NULL", "4, 'N4', NULL")) {
                statement.execute("INSERT INTO cfg_dn (dbid, number_, name, tenant_dbid, switch_dbid, type) VALUES ("
                        + row + ", 101, 9, 5)");
            }
            for (String row : List.of("21, 'Group one'", "22, 'Group_two'", "23, 'Alias2'", "24, 'N2'", "25, 'N3'")) {
                statement.execute("INSERT INTO cfg_group (dbid, name, tenant_dbid) VALUES (" + row + ", 101)");
            }
            for (int person : new int[] {11, 12, 13}) {
                statement.execute("INSERT INTO cfg_person (dbid, tenant_dbid, employee_id, user_name, state) VALUES ("
                        + person + ", 101, 'e" + person + "', 'u" + person + "', " + (person == 13 ? 2 : 1) + ")");
            }
            for (String row : List.of("21, 11", "22, 12", "22, 13", "23, 12", "24, 11", "25, 11")) {
                statement.execute("INSERT INTO cfg_agent_group (group_dbid, agent_dbid) VALUES (" + row + ")");
            }
            statement.execute("INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name) "
                    + "VALUES (31, 1, 2, 0, 'engage-connector')");
            statement.execute(
                    "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name, prop_value, part) "
                            + "VALUES (33, 1, 2, 31, 'agent-groups', '_two, Groups', 2)");
            statement.execute(
                    "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name, prop_value, part) "
                            + "VALUES (32, 1, 2, 31, 'agent-groups', 'Group one , Group', 1)");
        }
    }
}
