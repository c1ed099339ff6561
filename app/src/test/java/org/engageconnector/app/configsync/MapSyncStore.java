package org.engageconnector.app.configsync;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.directory.SyncStore;

/** What Redis would keep, in a map: it outlives the config-sync that writes it. */
class MapSyncStore implements SyncStore {

    private final Map<String, Map<String, String>> tables = new ConcurrentHashMap<>();
    private final Map<String, String> tenants;

    MapSyncStore() {
        this(new ConcurrentHashMap<>());
    }

    /** @param tenants of organisations, shared by the stores of several tenants */
    MapSyncStore(Map<String, String> tenants) {
        this.tenants = tenants;
    }

    private Map<String, String> table(String name) {
        return tables.computeIfAbsent(name, key -> new ConcurrentHashMap<>());
    }

    @Override
    public Map<String, String> read(String table) {
        return new HashMap<>(table(table));
    }

    @Override
    public Map<String, String> read(String table, Collection<String> fields) {
        Map<String, String> found = read(table);
        found.keySet().retainAll(fields);
        return found;
    }

    @Override
    public void write(String table, Map<String, String> put, Collection<String> remove) {
        remove.forEach(table(table)::remove);
        table(table).putAll(put);
    }

    @Override
    public void clear(String table) {
        table(table).clear();
    }

    @Override
    public Optional<String> tenantOf(String organisation) {
        return Optional.ofNullable(tenants.get(organisation));
    }

    @Override
    public void bind(String organisation, String tenant) {
        tenants.put(organisation, tenant);
    }
}
