package org.engageconnector.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What config-sync keeps for itself between runs: fingerprints of what it last wrote, the history of its changes, the plan a
 * safety stop waits with. Small named tables of text. Thread-safe; every call may wait for Redis up to its command time limit
 * and then throws {@link IllegalStateException}.
 */
public interface SyncStore {

    /** The whole table; empty when there is none. */
    Map<String, String> read(String table);

    /** Some fields of a table; missing ones are left out. */
    Map<String, String> read(String table, Collection<String> fields);

    /** One atomic change of a table: first the removals, then what is put. */
    void write(String table, Map<String, String> put, Collection<String> remove);

    /** Drops a table. */
    void clear(String table);

    /**
     * The tenant that last synced into an organisation, empty when none did. Kept outside the tenant's own keys (one key per
     * organisation), so that a changed TENANT_ID is noticed.
     */
    Optional<String> tenantOf(String organisation);

    /** Remembers the tenant that syncs into an organisation. */
    void bind(String organisation, String tenant);
}
