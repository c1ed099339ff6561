package org.engageconnector.app.replay.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/** What the log shows of one call and its consults, and what was told of it. One thread at a time. */
public final class CallStory {

    private static final int MOST_EVENTS = 2_000;
    private static final int[] NUMBERS = {
        TServerAttribute.THIS_DN,
        TServerAttribute.OTHER_DN,
        TServerAttribute.THIRD_PARTY_DN,
        TServerAttribute.DN,
        TServerAttribute.ANI,
        TServerAttribute.DNIS,
        TServerAttribute.AGENT_ID
    };

    private final String main;
    private final Set<String> calls = new LinkedHashSet<>();
    private final List<SeenEvent> seen = new ArrayList<>();
    private final List<ToldEvent> told = new ArrayList<>();
    private final List<SeenEvent> elsewhere = new ArrayList<>();
    private final Set<String> unmapped = new LinkedHashSet<>();
    private long passedOver;
    private long lastAt;

    CallStory(String main) {
        this.main = main;
        calls.add(main);
    }

    void add(SeenEvent event) {
        lastAt = Math.max(lastAt, event.at());
        if (seen.size() < MOST_EVENTS) {
            seen.add(event);
        } else {
            passedOver++;
        }
    }

    void add(ToldEvent event) {
        lastAt = Math.max(lastAt, event.event().at());
        if (told.size() < MOST_EVENTS) {
            told.add(event);
        } else {
            passedOver++;
        }
    }

    /** An event of another call upon which something of this one was told: the agent has begun another call. */
    void elsewhere(SeenEvent event) {
        if (elsewhere.size() < MOST_EVENTS) {
            elsewhere.add(event);
        }
    }

    void unmappedQueue(String queue) {
        unmapped.add(queue);
    }

    /** Takes over what another story holds: it turned out to be of the same call. */
    void join(CallStory other) {
        calls.addAll(other.calls);
        seen.addAll(other.seen);
        told.addAll(other.told);
        seen.sort(Comparator.comparingLong(SeenEvent::order));
        told.sort(Comparator.comparingLong(ToldEvent::order));
        elsewhere.addAll(other.elsewhere);
        unmapped.addAll(other.unmapped);
        passedOver += other.passedOver;
        lastAt = Math.max(lastAt, other.lastAt);
    }

    /** Whether it is the call that a person asks for: by CallUUID, ConnID or number. */
    public boolean is(String asked) {
        Long conn = asked.matches("[0-9A-Fa-f]{1,16}") ? (Long) Long.parseUnsignedLong(asked, 16) : null;
        return calls.contains(asked) || seen.stream().anyMatch(event -> names(event.message(), asked, conn));
    }

    private static boolean names(Message message, String asked, Long conn) {
        for (int id : NUMBERS) {
            if (asked.equals(message.text(id))) {
                return true;
            }
        }
        return conn != null && conn.equals(message.longInteger(TServerAttribute.CONN_ID));
    }

    /** CallUUID of the main call. */
    public String main() {
        return main;
    }

    /** CallUUIDs, the main call first. */
    public Set<String> calls() {
        return calls;
    }

    /** What the log shows, in the order in which the engine was given it. */
    public List<SeenEvent> seen() {
        return seen;
    }

    /** Events of other calls upon which something of this one was told. */
    public List<SeenEvent> elsewhere() {
        return elsewhere;
    }

    /** What was told, in order. */
    public List<ToldEvent> told() {
        return told;
    }

    /** Virtual queues of it that are not in the ID map. */
    public Set<String> unmappedQueues() {
        return unmapped;
    }

    /** How many events are not kept here, because there were too many. */
    public long passedOver() {
        return passedOver;
    }

    public long lastAt() {
        return lastAt;
    }

    /** When it began, milliseconds since 1970. */
    public long firstAt() {
        long first = Long.MAX_VALUE;
        for (SeenEvent event : seen) {
            first = Math.min(first, event.at());
        }
        for (ToldEvent event : told) {
            first = Math.min(first, event.event().at());
        }
        return first;
    }

    /** The CallUUID in the extensions of an event. */
    static String callInExtensions(Message message) {
        KeyValueList extensions = message.list(TServerAttribute.EXTENSIONS);
        return extensions == null ? null : extensions.text("CallUUID");
    }
}
