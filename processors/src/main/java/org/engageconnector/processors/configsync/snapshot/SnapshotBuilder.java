package org.engageconnector.processors.configsync.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes the rows of every query of a run and makes the {@link Snapshot}. Used by one thread. */
public final class SnapshotBuilder {

    private static final int ENABLED = 1;

    private final Scope scope;
    private final long tenant;
    private String tenantName;
    private final Map<Long, Snapshot.Person> persons = new LinkedHashMap<>();
    private final Set<Long> chosen = new HashSet<>();
    private final Set<String> emptyGroups;
    private final Map<Long, List<Snapshot.Login>> logins = new HashMap<>();
    private final Map<Long, String> skills = new LinkedHashMap<>();
    private final Map<Long, List<Snapshot.SkillLevel>> levels = new HashMap<>();
    private final Map<Long, String> switches = new LinkedHashMap<>();
    private final List<Snapshot.ConfigDn> dns = new ArrayList<>();
    private final Map<Long, Set<Long>> members = new HashMap<>();
    private final List<Snapshot.WrapUpValue> wrapUpCodes = new ArrayList<>();
    private final Map<String, String> actionCodes = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> transaction = new LinkedHashMap<>();

    public SnapshotBuilder(Scope scope, long tenant) {
        this.scope = scope;
        this.emptyGroups = new TreeSet<>(scope.groups());
        this.tenant = tenant;
    }

    public void add(Query query, Row row) {
        switch (query) {
            case TENANT -> tenantName = row.text("name");
            case PERSON -> person(row);
            case LOGIN ->
                logins.computeIfAbsent(row.number("person_dbid"), dbid -> new ArrayList<>(2))
                        .add(new Snapshot.Login(row.text("login_code"), row.number("switch_dbid")));
            case SKILL -> skills.put(row.number("dbid"), row.text("name"));
            case SKILL_LEVEL ->
                levels.computeIfAbsent(row.number("person_dbid"), dbid -> new ArrayList<>(4))
                        .add(new Snapshot.SkillLevel(row.number("skill_dbid"), (int) row.number("level")));
            case SWITCH -> switches.put(row.number("dbid"), row.text("name"));
            case DN ->
                dns.add(new Snapshot.ConfigDn(
                        row.number("dbid"),
                        row.text("number"),
                        row.text("name"),
                        (int) row.number("type"),
                        row.number("switch_dbid"),
                        row.number("place_dbid")));
            case QUEUE_MEMBER ->
                members.computeIfAbsent(row.number("vq_dbid"), dbid -> new HashSet<>())
                        .add(row.number("person_dbid"));
            case WRAP_UP_CODE ->
                wrapUpCodes.add(
                        new Snapshot.WrapUpValue(row.number("dbid"), row.text("name"), row.text("display_name")));
            case ACTION_CODE -> actionCodes.put(row.text("code"), row.text("name"));
            // A long value comes as several rows, in order.
            case TRANSACTION ->
                transaction
                        .computeIfAbsent(row.text("section"), section -> new LinkedHashMap<>())
                        .merge(row.text("key"), row.raw("value"), String::concat);
            case SCOPE_ANNEX -> chosen.add(row.number("person_dbid"));
            case SCOPE_AGENT_GROUPS -> {
                if (scope.groups().contains(row.text("group_name"))) {
                    emptyGroups.remove(row.text("group_name"));
                    chosen.add(row.number("person_dbid"));
                }
            }
        }
    }

    private void person(Row row) {
        if (row.number("tenant_dbid") != tenant) {
            return; // a query file that lost its filter must not mix tenants
        }
        long dbid = row.number("dbid");
        persons.put(
                dbid,
                new Snapshot.Person(
                        dbid,
                        row.text("employee_id"),
                        row.text("user_name"),
                        row.text("first_name"),
                        row.text("last_name"),
                        row.text("email"),
                        row.number("place_dbid"),
                        row.number("state") == ENABLED));
    }

    public Snapshot build() {
        transaction.values().forEach(section -> section.replaceAll((key, value) -> value.trim()));
        return new Snapshot(
                tenantName,
                persons,
                scope.kind() == Scope.Kind.ALL ? null : chosen,
                emptyGroups,
                logins,
                skills,
                levels,
                switches,
                dns,
                members,
                wrapUpCodes,
                actionCodes,
                transaction);
    }
}
