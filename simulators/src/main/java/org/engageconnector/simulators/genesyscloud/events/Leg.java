package org.engageconnector.simulators.genesyscloud.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One leg ("communication") of a conversation. Times are {@code eventDateTime}, milliseconds since 1970; -1 = not yet. */
public final class Leg {

    private final String id;
    private final Kind kind;
    private final String subject;
    private final boolean alerting;
    private final boolean inbound;
    private final long establishedAt;
    private final List<Long> holdChanges = new ArrayList<>();
    private long answeredAt = -1;
    private long endedAt = -1;
    private long disposedAt = -1;
    private String disconnectType = "";
    private boolean held;

    /** What a leg stands for, by the list that established it. */
    public enum Kind {
        EXTERNAL,
        IVR,
        ROUTING,
        USER,
        PHONE;

        /** The kind that a batch list establishes; null for every other list. */
        static Kind establishedBy(String list) {
            int end = list.indexOf("EstablishedEvents");
            return end < 0 ? null : valueOf(list.substring(0, end).toUpperCase(Locale.ROOT));
        }
    }

    Leg(PostedEvent event, Kind kind) {
        id = event.text("communicationId");
        this.kind = kind;
        subject = switch (kind) {
            case USER -> event.text("userId");
            case ROUTING -> event.text("queueId");
            case EXTERNAL, IVR, PHONE -> "";
        };
        alerting = event.initial("alerting").asBoolean();
        inbound = event.initial("inbound").asBoolean();
        establishedAt = event.time();
        if (!alerting) {
            answeredAt = event.time();
        }
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** User id or queue id; empty for other kinds. */
    public String subject() {
        return subject;
    }

    public boolean alerting() {
        return alerting;
    }

    public boolean inbound() {
        return inbound;
    }

    public long establishedAt() {
        return establishedAt;
    }

    /** When it was connected: answered, or established if it never alerted. */
    public long answeredAt() {
        return answeredAt;
    }

    public long endedAt() {
        return endedAt;
    }

    public long disposedAt() {
        return disposedAt;
    }

    public String disconnectType() {
        return disconnectType;
    }

    /** Times at which hold began, ended, began again ... */
    public List<Long> holdChanges() {
        return List.copyOf(holdChanges);
    }

    boolean ended() {
        return endedAt >= 0;
    }

    void answer(long time) {
        answeredAt = time;
    }

    void end(long time, String type) {
        endedAt = time;
        disconnectType = type;
    }

    void dispose(long time) {
        disposedAt = time;
    }

    /** Keeps what the page draws; repeats of the same state and more than 100 changes are not drawn. */
    void hold(long time, boolean on) {
        if (on != held && holdChanges.size() < 100) {
            holdChanges.add(time);
        }
        held = on;
    }
}
