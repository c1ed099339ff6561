package org.engageconnector.simulators.genesyscloud.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;

/** The faults that are switched on, oldest first. Guarded by the simulator's lock. */
public final class Faults {

    /** Faults switched on at once. */
    public static final int MOST = 100;

    private final Map<String, Armed> armed = new LinkedHashMap<>();
    private long number;

    /** A fault with what it did so far. */
    public static final class Armed {
        private final String id;
        private final Fault fault;
        private long fitted;
        private long hits;

        Armed(String id, Fault fault) {
            this.id = id;
            this.fault = fault;
        }

        public String id() {
            return id;
        }

        public Fault fault() {
            return fault;
        }

        /** How often it hit. */
        public long hits() {
            return hits;
        }
    }

    /** Switches a fault on; its id is for {@link #remove}. */
    public String add(Fault fault) {
        if (armed.size() >= MOST) {
            throw new IllegalStateException("more than " + MOST + " faults");
        }
        String id = "fault-" + ++number;
        armed.put(id, new Armed(id, fault));
        return id;
    }

    /** Switches a fault off; false when it was not on. */
    public boolean remove(String id) {
        return armed.remove(id) != null;
    }

    /** Switches every fault off. */
    public void clear() {
        armed.clear();
    }

    /** The faults that are on, worn-out ones included until they are removed. */
    public Collection<Armed> all() {
        return List.copyOf(armed.values());
    }

    /** The first fault that fits and hits a request; it is counted as a hit. */
    public Optional<Fault> hit(Predicate<Fault> fits, String path, long now) {
        return take(armed -> fits.test(armed.fault) && path.startsWith(armed.fault.path()), now);
    }

    /** The first fault that hits an event; it is counted as a hit. */
    public Optional<Fault> hitEvent(String path, String list, String key, long now) {
        return take(
                armed -> {
                    Fault.EventChoice events = armed.fault.events();
                    return events != null
                            && path.startsWith(armed.fault.path())
                            && (events.list().isEmpty() || events.list().equals(list))
                            && (events.key().isEmpty() || events.key().equals(key))
                            && armed.fitted++ % Math.max(1, events.everyNth()) == 0;
                },
                now);
    }

    /** Permissions that are missing at present. */
    public Set<String> missingPermissions(long now) {
        List<String> missing = new ArrayList<>();
        armed.values().stream()
                .filter(one -> one.fault.kind() == Kind.MISSING_PERMISSION && live(one, now))
                .forEach(one -> missing.add(one.fault.permission()));
        return Set.copyOf(missing);
    }

    private Optional<Fault> take(Predicate<Armed> fits, long now) {
        for (Armed one : armed.values()) {
            if (live(one, now) && fits.test(one)) {
                one.hits++;
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    private static boolean live(Armed one, long now) {
        Fault fault = one.fault;
        return (fault.times() == 0 || one.hits < fault.times()) && (fault.until() == 0 || now < fault.until());
    }
}
