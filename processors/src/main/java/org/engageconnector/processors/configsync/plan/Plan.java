package org.engageconnector.processors.configsync.plan;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The changes of one run, in the order in which they are applied. */
public record Plan(List<Change> changes) {

    public Plan {
        changes = List.copyOf(changes);
    }

    public Stream<Change> of(ObjectKind kind) {
        return changes.stream().filter(change -> change.object() == kind);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The plan id: the same changes give the same id, whatever else happened. */
    public static String idOf(Collection<Change> changes) {
        return Fingerprint.of(changes.stream().map(Change::identity).sorted().toArray(Object[]::new));
    }
}
