package org.engageconnector.processors.configsync.snapshot;

import java.util.List;
import java.util.Locale;

/**
 * The queries of a snapshot, each a file {@code <name>.sql}, with the result columns it must give
 * (docs/config-sync.md#queries).
 */
public enum Query {
    TENANT("dbid", "name"),
    PERSON(
            "dbid",
            "tenant_dbid",
            "employee_id",
            "user_name",
            "first_name",
            "last_name",
            "email",
            "place_dbid",
            "state"),
    LOGIN("person_dbid", "login_code", "switch_dbid"),
    SKILL("dbid", "name"),
    SKILL_LEVEL("person_dbid", "skill_dbid", "level"),
    SWITCH("dbid", "name"),
    DN("dbid", "number", "name", "type", "switch_dbid", "place_dbid"),
    QUEUE_MEMBER("vq_dbid", "person_dbid"),
    WRAP_UP_CODE("dbid", "name", "display_name"),
    ACTION_CODE("code", "name"),
    TRANSACTION("section", "key", "value"),
    SCOPE_ANNEX("person_dbid"),
    SCOPE_AGENT_GROUPS("person_dbid", "group_name");

    private final List<String> columns;

    Query(String... columns) {
        this.columns = List.of(columns);
    }

    /** The file's name without its ending. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<String> columns() {
        return columns;
    }
}
