package org.engageconnector.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What config-sync remembers between runs: per kind (user, queue ...) a map from object key to a small JSON text, all under
 * the tenant's key prefix. It means nothing to anybody else. Thread-safe; every call may wait for Redis up to its command
 * time limit and then throws {@link IllegalStateException}. When a call has returned, Redis has confirmed it.
 */
public interface SyncStore {

    /** Everything kept of one kind: key to value; empty when there is nothing. The map is the caller's own. */
    Map<String, String> all(String kind);

    Optional<String> get(String kind, String key);

    void put(String kind, String key, String value);

    /** As {@link #put}, many at once; not atomic, in blocks of a bounded size. */
    void putAll(String kind, Map<String, String> values);

    void remove(String kind, Collection<String> keys);

    /** The tenant that last synced into an organisation: kept outside the tenant's prefix, so that another tenant sees it. */
    Optional<String> tenantOf(String organisation);

    void bind(String organisation, String tenant);
}
