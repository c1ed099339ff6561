package org.engageconnector.simulators.genesyscloud.events;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conversation as the accepted events made it. Guarded by the simulator's lock. */
public final class Conversation {

    /** Legs of one conversation; more is refused. */
    static final int MOST_LEGS = 500;

    private final String id;
    private final String interactionId;
    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final Map<String, TransferCommand> commands = new LinkedHashMap<>();
    private Consult consult;
    private long lastTime = Long.MIN_VALUE;
    private long firstTime = -1;
    private int events;

    Conversation(String id, String interactionId) {
        this.id = id;
        this.interactionId = interactionId;
    }

    public String id() {
        return id;
    }

    /** The external platform's id of the call; the same on every leg. */
    public String interactionId() {
        return interactionId;
    }

    /** Legs in the order they were established. */
    public Collection<Leg> legs() {
        return List.copyOf(legs.values());
    }

    /** {@code eventDateTime} of the first accepted event. */
    public long firstTime() {
        return firstTime;
    }

    /** {@code eventDateTime} of the last accepted event. */
    public long lastTime() {
        return lastTime;
    }

    /** Accepted events. */
    public int events() {
        return events;
    }

    /** True when its last leg has ended; dispositions may still come. */
    public boolean over() {
        return !legs.isEmpty() && legs.values().stream().allMatch(Leg::ended);
    }

    /** True when a live queue leg waits in that queue. */
    boolean waitsIn(String queueId) {
        return legs.values().stream()
                .anyMatch(leg -> !leg.ended()
                        && leg.kind() == Leg.Kind.ROUTING
                        && leg.subject().equals(queueId));
    }

    Optional<Leg> leg(String legId) {
        return Optional.ofNullable(legs.get(legId));
    }

    int legCount() {
        return legs.size();
    }

    void add(Leg leg) {
        legs.put(leg.id(), leg);
    }

    Map<String, TransferCommand> commands() {
        return commands;
    }

    /** The open consult, or null. */
    Consult consult() {
        return consult;
    }

    void consult(Consult open) {
        consult = open;
    }

    void accepted(long time) {
        lastTime = time;
        firstTime = firstTime < 0 ? time : firstTime;
        events++;
    }

    /** A command transfer: one start, progress, one end, all with one command id. */
    static final class TransferCommand {
        final String object;
        final String initiating;
        /** To a number, which may be outside: there the call may end without a leg of the destination. */
        final boolean toNumber;

        boolean progressed;
        boolean ended;
        /** It was completed although nobody saw the destination. */
        boolean tookTheCallAway;

        TransferCommand(String object, String initiating, boolean toNumber) {
            this.object = object;
            this.initiating = initiating;
            this.toNumber = toNumber;
        }
    }

    /** The one consult that may be open. */
    record Consult(String initiating, String object) {}
}
