package org.engageconnector.app.configsync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.site.ConfigDatabase;

/** Makes a real Config DB hold what an {@link EngageModel} says, in one transaction. */
final class EngageRows {

    private static final List<String> TABLES = List.of(
            "cfg_login_info",
            "cfg_agent_login",
            "cfg_skill_level",
            "cfg_agent_group",
            "cfg_group",
            "cfg_person",
            "cfg_skill",
            "cfg_place_dn",
            "cfg_place",
            "cfg_dn",
            "cfg_switch",
            "cfg_enumerator_value",
            "cfg_flex_prop");
    private static final long GROUPS = 10_000_000;

    private final Connection connection;

    private EngageRows(Connection connection) {
        this.connection = connection;
    }

    static void write(ConfigDatabase database, EngageModel engage) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            empty(connection);
            new EngageRows(connection).write(engage);
            connection.commit();
        }
    }

    /** Takes everything away but the tenants and the business attribute itself. */
    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
        }
    }

    private void write(EngageModel engage) throws SQLException {
        insert("cfg_switch (dbid, tenant_dbid, name)", 1, EngageModel.TENANT, "SIP_A");
        Map<String, Integer> skills = new HashMap<>();
        for (String skill : engage.skills) {
            skills.put(skill, skills.size() + 1);
            insert("cfg_skill (dbid, tenant_dbid, name)", skills.get(skill), EngageModel.TENANT, skill);
        }
        int value = 0;
        for (Map.Entry<String, String> code : engage.codes.entrySet()) {
            insert(
                    "cfg_enumerator_value (dbid, tenant_dbid, enumerator_dbid, name, display_name)",
                    ++value,
                    EngageModel.TENANT,
                    7201,
                    code.getKey(),
                    code.getValue());
        }
        for (EngageModel.Person person : engage.persons.values()) {
            person(person, skills);
        }
        for (EngageModel.Queue queue : engage.queues.values()) {
            queue(queue);
        }
    }

    private void person(EngageModel.Person person, Map<String, Integer> skills) throws SQLException {
        insert(
                "cfg_person (dbid, tenant_dbid, employee_id, user_name, first_name, email, state)",
                person.dbid(),
                EngageModel.TENANT,
                "e" + person.dbid(),
                person.name(),
                person.name(),
                person.email(),
                person.enabled() ? 1 : 2);
        for (Map.Entry<String, Integer> level : person.levels().entrySet()) {
            if (skills.containsKey(level.getKey())) {
                insert(
                        "cfg_skill_level (person_dbid, skill_dbid, level_)",
                        person.dbid(),
                        skills.get(level.getKey()),
                        level.getValue());
            }
        }
    }

    /** A virtual queue and the agent group that has its alias as name. */
    private void queue(EngageModel.Queue queue) throws SQLException {
        insert(
                "cfg_dn (dbid, tenant_dbid, switch_dbid, number_, name, type)",
                queue.dbid(),
                EngageModel.TENANT,
                1,
                queue.number(),
                queue.alias(),
                5);
        long group = GROUPS + queue.dbid();
        insert("cfg_group (dbid, tenant_dbid, name)", group, EngageModel.TENANT, queue.alias());
        for (long member : queue.members()) {
            insert("cfg_agent_group (group_dbid, agent_dbid)", group, member);
        }
    }

    private void insert(String tableAndColumns, Object... values) throws SQLException {
        String marks = "?" + ", ?".repeat(values.length - 1);
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + tableAndColumns + " VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
