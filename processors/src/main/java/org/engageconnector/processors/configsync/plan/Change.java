package org.engageconnector.processors.configsync.plan;

import java.util.List;

/**
 * One step of a plan: what happens to one object. The values themselves are read from {@link Wanted} when it is applied.
 *
 * @param key the object's Engage id: DBID of person or virtual queue, else its name
 * @param label for people; never a person's name
 * @param added members (person DBIDs), wrap-up codes or skills (names) that come; the old DBID of a take-over
 * @param removed the same, that go
 */
public record Change(
        ObjectKind object, Action action, String key, String label, List<String> added, List<String> removed) {

    public Change {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    public static Change of(ObjectKind object, Action action, String key, String label) {
        return new Change(object, action, key, label, List.of(), List.of());
    }

    /** The key as the number it is for persons and virtual queues. */
    public long dbid() {
        return Long.parseLong(key);
    }

    /** The same for the same step; what plan ids and confirmations are made of. */
    public String identity() {
        return object.word() + '|' + action.word() + '|' + key + '|' + added + '|' + removed;
    }
}
