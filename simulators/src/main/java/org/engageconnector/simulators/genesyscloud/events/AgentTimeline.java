package org.engageconnector.simulators.genesyscloud.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Presence and routing status of one user as the accepted events made them. The last {@link #KEPT} changes of each are
 * remembered. Guarded by the simulator's lock.
 */
public final class AgentTimeline {

    /** Changes of presence, and of routing status, that are remembered. */
    static final int KEPT = 200;

    private final String userId;
    private final Deque<Change> presences = new ArrayDeque<>();
    private final Deque<Change> routingStatuses = new ArrayDeque<>();
    private boolean presencesForgotten;

    /**
     * A value that holds from a time on.
     *
     * @param time {@code eventDateTime}, milliseconds since 1970
     * @param value system presence without spaces in lower case, or routing status
     */
    public record Change(long time, String value) {}

    AgentTimeline(String userId) {
        this.userId = userId;
    }

    public String userId() {
        return userId;
    }

    /** Presences, oldest first. */
    public List<Change> presences() {
        return List.copyOf(presences);
    }

    /** Routing statuses, oldest first. */
    public List<Change> routingStatuses() {
        return List.copyOf(routingStatuses);
    }

    /** Time of the last accepted event of that endpoint. */
    long lastTime(EventPath path) {
        Change last = changes(path).peekLast();
        return last == null ? Long.MIN_VALUE : last.time();
    }

    void add(EventPath path, long time, String value) {
        Deque<Change> changes = changes(path);
        changes.addLast(new Change(time, value));
        if (changes.size() > KEPT) {
            changes.removeFirst();
            presencesForgotten |= path == EventPath.PRESENCE;
        }
    }

    /** The presence at a time; empty when there was none yet, or when it is forgotten already. */
    Optional<String> presenceAt(long time) {
        for (Iterator<Change> changes = presences.descendingIterator(); changes.hasNext(); ) {
            Change change = changes.next();
            if (change.time() <= time) {
                return Optional.of(change.value());
            }
        }
        return Optional.empty();
    }

    /** True when a presence before the oldest remembered one may have held. */
    boolean presencesForgotten() {
        return presencesForgotten;
    }

    private Deque<Change> changes(EventPath path) {
        return path == EventPath.PRESENCE ? presences : routingStatuses;
    }
}
