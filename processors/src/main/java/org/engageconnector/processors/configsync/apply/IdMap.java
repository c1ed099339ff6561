package org.engageconnector.processors.configsync.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.engageconnector.directory.DirectoryWriter;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Fingerprint;

/** Keeps the lines of the ID map equal to what was confirmed; writes only what differs. Thread-safe. */
public final class IdMap {

    private static final String TABLE = "mapped";

    private final DirectoryWriter directory;
    private final SyncStore store;
    private final LongSupplier clock;
    private final Map<String, String> written;

    /** Reads what it wrote before. */
    public IdMap(DirectoryWriter directory, SyncStore store, LongSupplier clock) {
        this.directory = directory;
        this.store = store;
        this.clock = clock;
        this.written = new ConcurrentHashMap<>(store.read(TABLE));
    }

    /** Nothing is written any more. */
    void forget() {
        store.clear(TABLE);
        written.clear();
    }

    /** Nothing is known to be right: every line that is there is written again, or removed when nobody knows its object. */
    void doubt() {
        forget();
        for (MappingType type : MappingType.values()) {
            directory.forEach(type, mapping -> written.put(type.path() + "/" + mapping.engageId(), ""));
        }
    }

    /** The line of the object that a change was about. */
    void write(Change change, IdMapLines lines) {
        switch (change.object()) {
            case SKILL -> put(lines.skill(change.key()));
            case WRAPUP_CODE -> put(lines.wrapUpCode(change.key()));
            case QUEUE -> {
                change.added().forEach(old -> remove(MappingType.QUEUE, old));
                put(lines.queue(change.dbid()));
            }
            case USER -> {
                change.added().forEach(old -> remove(MappingType.USER, old));
                put(lines.user(change.dbid()));
            }
            case SOURCE -> put(lines.source());
            default -> {
                // links and memberships are no lines of the map
            }
        }
    }

    /** Every line: for what changed in Engage only (a login, an employee id), and what a crash left behind. */
    void writeAll(Confirmed confirmed, IdMapLines lines) {
        confirmed.skills().keySet().forEach(name -> put(lines.skill(name)));
        confirmed.wrapUpCodes().keySet().forEach(name -> put(lines.wrapUpCode(name)));
        // Inactive lines first: they give up aliases that others may have now.
        confirmed.queues().forEach((dbid, queue) -> putIf(!queue.active(), lines.queue(dbid)));
        confirmed.queues().forEach((dbid, queue) -> putIf(queue.active(), lines.queue(dbid)));
        confirmed.users().forEach((dbid, user) -> putIf(!user.active(), lines.user(dbid)));
        confirmed.users().forEach((dbid, user) -> putIf(user.active(), lines.user(dbid)));
        put(lines.source());
        removeUnknown(confirmed);
    }

    private void removeUnknown(Confirmed confirmed) {
        for (String key : List.copyOf(written.keySet())) {
            int slash = key.indexOf('/');
            MappingType type = MappingType.ofPath(key.substring(0, slash)).orElseThrow();
            String id = key.substring(slash + 1);
            boolean known =
                    switch (type) {
                        case USER -> confirmed.users().containsKey(number(id));
                        case QUEUE -> confirmed.queues().containsKey(number(id));
                        case SKILL -> confirmed.skills().containsKey(id);
                        case WRAPUP_CODE -> confirmed.wrapUpCodes().containsKey(id);
                        case SOURCE, PRESENCE -> true;
                    };
            if (!known) {
                remove(type, id);
            }
        }
    }

    /** A DBID; -1, which nothing has, for what somebody else wrote. */
    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    }

    private void putIf(boolean condition, Optional<IdMapLines.Line> line) {
        if (condition) {
            put(line);
        }
    }

    void put(Optional<IdMapLines.Line> line) {
        line.ifPresent(this::put);
    }

    private void put(IdMapLines.Line line) {
        String key = line.type().path() + "/" + line.engageId();
        String fingerprint = Fingerprint.of(line.id(), line.name(), line.active(), line.aliases());
        if (fingerprint.equals(written.get(key))) {
            return;
        }
        String known = line.name() != null
                ? line.name()
                : directory
                        .find(line.type(), line.engageId())
                        .map(Mapping::name)
                        .orElse("");
        directory.put(line.mapping(known, clock.getAsLong()), line.aliases());
        store.write(TABLE, Map.of(key, fingerprint), List.of());
        written.put(key, fingerprint);
    }

    private void remove(MappingType type, String engageId) {
        String key = type.path() + "/" + engageId;
        if (written.containsKey(key)) {
            directory.remove(type, engageId);
            store.write(TABLE, Map.of(), List.of(key));
            written.remove(key);
        }
    }
}
