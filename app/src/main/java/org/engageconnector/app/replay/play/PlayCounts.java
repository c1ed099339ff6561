package org.engageconnector.app.replay.play;

import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Family;

/** What a replay counts. One thread at a time. */
public final class PlayCounts {

    private static final int MOST_NAMES = 10_000;

    private final Map<String, Long> witnesses = new TreeMap<>();
    private final Map<String, Long> toldByList = new TreeMap<>();
    private final Map<String, Long> afterWait = new TreeMap<>();
    private final Map<String, Long> odd = new TreeMap<>();
    private final Map<String, String> oddExample = new TreeMap<>();
    private final Map<String, Long> unmappedQueues = new TreeMap<>();
    private final Map<String, Long> unmappedDns = new TreeMap<>();
    private final Map<String, Long> withoutStream = new TreeMap<>();
    private long endedByError;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void seen(Message message, Family family, long at) {
        first = Math.min(first, at);
        last = Math.max(last, at);
        String name = TServerMessage.name(message.number());
        if (family == null) {
            count(withoutStream, name);
        } else {
            count(witnesses, witness(family, message.number()));
        }
    }

    /** The name of a family of evidence, split where one part may be missing without the other. */
    private static String witness(Family family, int number) {
        return switch (family) {
            case VQ -> "events of virtual queues";
            case CALL -> number >= TServerMessage.EVENT_CALL_PARTY_ADDED ? "EventCallParty events" : "EventCall events";
            case EXTENSION ->
                number >= TServerMessage.EVENT_AGENT_LOGIN && number <= TServerMessage.EVENT_AGENT_NOT_READY
                        ? "agent states of extensions"
                        : "call events of extensions";
        };
    }

    void told(ToldEvent event) {
        count(toldByList, event.event().list());
        if (event.afterWait()) {
            count(afterWait, event.event().list());
        }
        if ("Error".equals(event.text("disconnectType"))) {
            endedByError++;
        }
        if (event.kind().equals("phoneEstablished")) {
            count(unmappedDns, event.text("phoneNumber"));
        }
    }

    void odd(String what, String example) {
        count(odd, what);
        oddExample.putIfAbsent(what, String.valueOf(example));
    }

    void unmappedQueue(String queue) {
        count(unmappedQueues, queue);
    }

    private static void count(Map<String, Long> counts, String name) {
        if (name != null && (counts.size() < MOST_NAMES || counts.containsKey(name))) {
            counts.merge(name, 1L, Long::sum);
        }
    }

    /** Events by family of evidence. */
    public Map<String, Long> witnesses() {
        return witnesses;
    }

    public Map<String, Long> toldByList() {
        return toldByList;
    }

    /** Told events that a wait released, by list. */
    public Map<String, Long> afterWait() {
        return afterWait;
    }

    /** What the engine found odd, by kind. */
    public Map<String, Long> odd() {
        return odd;
    }

    /** A CallUUID or message name for a kind. */
    public String oddExample(String kind) {
        return oddExample.get(kind);
    }

    /** Events of virtual queues that are not in the ID map, by queue. */
    public Map<String, Long> unmappedQueues() {
        return unmappedQueues;
    }

    /** Legs of internal DNs without a user, by DN. */
    public Map<String, Long> unmappedDns() {
        return unmappedDns;
    }

    /** Events that the connector does not subscribe to, by message. */
    public Map<String, Long> withoutStream() {
        return withoutStream;
    }

    /** Legs that ended with {@code Error}. */
    public long endedByError() {
        return endedByError;
    }

    /** Time of the first event, milliseconds since 1970; the largest number when there was none. */
    public long first() {
        return first;
    }

    public long last() {
        return last;
    }
}
