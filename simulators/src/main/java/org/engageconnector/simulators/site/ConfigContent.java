package org.engageconnector.simulators.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Writes a {@link Site} as rows of the Configuration Database. One connection, one transaction of the caller.
 *
 * <p>Beside the site's tenant it writes what must never be synced: the tenant Environment with a person of its own, and a
 * person who is no agent.
 */
final class ConfigContent {

    private static final int EXTENSION = 1;
    private static final int ROUTE_POINT = 4;

    /** The hunt group of the scenarios; a DN of any type but 1, 4 and 5 makes no leg. */
    private static final String HUNT_GROUP = "9101";

    private static final int OF_ANOTHER_TYPE = 3;
    private static final int HUNT_GROUP_DBID = 90_000;
    private static final int VIRTUAL_QUEUE = 5;
    private static final int OBJECT_DN = 2;
    private static final int OBJECT_TRANSACTION = 16;

    private final RowWriter rows;
    private final Site site;
    private final Map<String, Integer> switchDbids = new HashMap<>();
    private int nextDn = 3_000_001;
    private int nextPlace = 4_000_001;
    private int nextLogin = 5_000_001;
    private int nextAnnex = 6_000_001;

    ConfigContent(Connection connection, Site site) {
        this.rows = new RowWriter(connection);
        this.site = site;
        for (SiteSwitch s : site.switches()) {
            switchDbids.put(s.name(), s.dbid());
        }
    }

    void write(Map<String, Map<String, String>> hybridIntegration) throws SQLException {
        rows.insert(
                "INSERT INTO cfg_tenant (dbid, name, is_serv_provider, is_super_tenant) VALUES (1, 'Environment', 2, 2)");
        rows.insert("INSERT INTO cfg_tenant (dbid, name) VALUES (?, ?)", site.tenantDbid(), site.tenantName());
        person(1, 1, "default", "default", "Default", "Environment", null, 1, null);
        person(1_000, site.tenantDbid(), "super", "super", "Sue", "Visor", "sue.visor@example.com", 1, null);
        for (SiteSwitch s : site.switches()) {
            writeSwitch(s);
        }
        Map<String, Integer> skills = writeSkills();
        Map<String, Integer> groups = writeGroups();
        for (SiteQueue queue : site.queues()) {
            dn(queue.dbid(), queue.switchName(), queue.number(), queue.alias(), VIRTUAL_QUEUE, null);
            if (queue.groupInAnnex()) {
                annex(queue.dbid(), OBJECT_DN, "engage-connector", Map.of("agent-groups", queue.agentGroup()));
            }
        }
        writeAgents(skills, groups);
        writeBusinessAttribute();
        int code = 8_000;
        for (Entry<String, String> action : site.actionCodes().entrySet()) {
            rows.insert(
                    "INSERT INTO cfg_action_code (dbid, tenant_dbid, name, code) VALUES (?, ?, ?, ?)",
                    ++code,
                    site.tenantDbid(),
                    action.getValue(),
                    action.getKey());
        }
        rows.insert(
                "INSERT INTO cfg_transaction (dbid, tenant_dbid, name, alias) VALUES (9001, ?, 'hybrid_integration', 'hybrid_integration')",
                site.tenantDbid());
        for (Entry<String, Map<String, String>> section : hybridIntegration.entrySet()) {
            annex(9_001, OBJECT_TRANSACTION, section.getKey(), section.getValue());
        }
        rows.finish();
    }

    private void writeSwitch(SiteSwitch s) throws SQLException {
        rows.insert(
                "INSERT INTO cfg_switch (dbid, tenant_dbid, name) VALUES (?, ?, ?)",
                s.dbid(),
                site.tenantDbid(),
                s.name());
        for (String number : s.routePoints()) {
            dn(nextDn++, s.name(), number, null, ROUTE_POINT, null);
        }
        for (String number : s.spareExtensions()) {
            dn(nextDn++, s.name(), number, null, EXTENSION, null);
        }
        dn(HUNT_GROUP_DBID + s.dbid(), s.name(), HUNT_GROUP, null, OF_ANOTHER_TYPE, null);
    }

    private Map<String, Integer> writeSkills() throws SQLException {
        Map<String, Integer> dbids = new HashMap<>();
        for (String skill : site.skills()) {
            dbids.put(skill, 7_001 + dbids.size());
            rows.insert(
                    "INSERT INTO cfg_skill (dbid, tenant_dbid, name) VALUES (?, ?, ?)",
                    dbids.get(skill),
                    site.tenantDbid(),
                    skill);
        }
        return dbids;
    }

    private Map<String, Integer> writeGroups() throws SQLException {
        Map<String, Integer> dbids = new HashMap<>();
        for (SiteQueue queue : site.queues()) {
            String group = queue.agentGroup();
            if (group != null && !dbids.containsKey(group)) {
                dbids.put(group, 7_101 + dbids.size());
                rows.insert(
                        "INSERT INTO cfg_group (dbid, tenant_dbid, name) VALUES (?, ?, ?)",
                        dbids.get(group),
                        site.tenantDbid(),
                        group);
            }
        }
        return dbids;
    }

    private void writeAgents(Map<String, Integer> skills, Map<String, Integer> groups) throws SQLException {
        for (SiteAgent agent : site.agents()) {
            int place = nextPlace++;
            rows.insert(
                    "INSERT INTO cfg_place (dbid, tenant_dbid, name) VALUES (?, ?, ?)",
                    place,
                    site.tenantDbid(),
                    agent.place());
            int dn = nextDn++;
            dn(dn, agent.switchName(), agent.dn(), null, EXTENSION, place);
            rows.insert("INSERT INTO cfg_place_dn (place_dbid, dn_dbid) VALUES (?, ?)", place, dn);
            person(
                    agent.dbid(),
                    site.tenantDbid(),
                    agent.employeeId(),
                    agent.userName(),
                    agent.firstName(),
                    agent.lastName(),
                    agent.email(),
                    2,
                    place);
            int login = nextLogin++;
            rows.insert(
                    "INSERT INTO cfg_agent_login (dbid, tenant_dbid, switch_dbid, login_code) VALUES (?, ?, ?, ?)",
                    login,
                    site.tenantDbid(),
                    switchDbids.get(agent.switchName()),
                    agent.loginCode());
            rows.insert(
                    "INSERT INTO cfg_login_info (person_dbid, agent_login_dbid) VALUES (?, ?)", agent.dbid(), login);
            for (Entry<String, Integer> skill : agent.skills().entrySet()) {
                rows.insert(
                        "INSERT INTO cfg_skill_level (person_dbid, skill_dbid, level_) VALUES (?, ?, ?)",
                        agent.dbid(),
                        skills.get(skill.getKey()),
                        skill.getValue());
            }
            rows.insert(
                    "INSERT INTO cfg_agent_group (group_dbid, agent_dbid) VALUES (?, ?)",
                    groups.get(agent.group()),
                    agent.dbid());
        }
    }

    private void writeBusinessAttribute() throws SQLException {
        rows.insert(
                "INSERT INTO cfg_enumerator (dbid, tenant_dbid, name, display_name) VALUES (7201, ?, 'DispositionCode', 'Disposition code')",
                site.tenantDbid());
        int value = 7_210;
        for (Entry<String, String> disposition : site.dispositions().entrySet()) {
            rows.insert(
                    "INSERT INTO cfg_enumerator_value (dbid, tenant_dbid, enumerator_dbid, name, display_name) VALUES (?, ?, 7201, ?, ?)",
                    ++value,
                    site.tenantDbid(),
                    disposition.getKey(),
                    disposition.getValue());
        }
    }

    private void person(
            int dbid,
            int tenant,
            String employee,
            String user,
            String first,
            String last,
            String email,
            int isAgent,
            Integer place)
            throws SQLException {
        rows.insert(
                "INSERT INTO cfg_person (dbid, tenant_dbid, employee_id, user_name, first_name, last_name, email, is_agent, place_dbid)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                dbid,
                tenant,
                employee,
                user,
                first,
                last,
                email,
                isAgent,
                place == null ? 0 : place);
    }

    private void dn(int dbid, String switchName, String number, String alias, int type, Integer place)
            throws SQLException {
        rows.insert(
                "INSERT INTO cfg_dn (dbid, tenant_dbid, switch_dbid, number_, name, type, place_dbid) VALUES (?, ?, ?, ?, ?, ?, ?)",
                dbid,
                site.tenantDbid(),
                switchDbids.get(switchName),
                number,
                alias,
                type,
                place == null ? 0 : place);
    }

    private void annex(int object, int objectType, String section, Map<String, String> options) throws SQLException {
        String sql = "INSERT INTO cfg_flex_prop (dbid, object_dbid, object_type, parent_dbid, prop_name, prop_value)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        int top = nextAnnex++;
        rows.insert(sql, top, object, objectType, 0, section, null);
        for (Entry<String, String> option : options.entrySet()) {
            rows.insert(sql, nextAnnex++, object, objectType, top, option.getKey(), option.getValue());
        }
    }
}
