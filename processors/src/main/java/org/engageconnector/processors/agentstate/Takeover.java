package org.engageconnector.processors.agentstate;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatEvent.Kind;

/**
 * What of a standby's memory of one agent is newer than the committed record: the owner before it may have journaled all of
 * it, some, or none. What both have is found by its content, since times are whole seconds. Pure.
 */
final class Takeover {

    private final List<StatEvent> heard;
    private final AgentRecord record;

    private Takeover(List<StatEvent> heard, AgentRecord record) {
        this.heard = heard;
        this.record = record;
    }

    /** @param heard in the order of arrival; the bits of those that are newer are set */
    static BitSet newer(List<StatEvent> heard, AgentRecord record) {
        return new Takeover(heard, record).newer();
    }

    private BitSet newer() {
        int state = lastIndex(this::isRecordedState);
        int reason = lastIndex(this::isRecordedReason);
        int presence = lastIndex(event -> event.kind() == Kind.STATE || event.kind() == Kind.REMOVED);
        BitSet newer = new BitSet(heard.size());
        for (int i = 0; i < heard.size(); i++) {
            StatEvent event = heard.get(i);
            newer.set(
                    i,
                    switch (event.kind()) {
                        case STATE -> state >= 0 ? i > state : isLaterState(event);
                        case REASON -> reason >= 0 ? i > reason : isLaterReason(event);
                        case REMOVED -> !record.removed && i == presence;
                        case INVALID, VALID, ERROR -> true;
                    });
        }
        return newer;
    }

    private boolean isRecordedState(StatEvent event) {
        if (record.removed) {
            return event.kind() == Kind.REMOVED;
        }
        return event.kind() == Kind.STATE
                && event.status() == record.status
                && event.statusTime() == record.statusTime
                && CallType.ofAgent(event.place(), event.status()) == record.callType;
    }

    private boolean isLaterState(StatEvent event) {
        return record.removed ? event.statusTime() > record.statusTime : event.statusTime() >= record.statusTime;
    }

    private boolean isRecordedReason(StatEvent event) {
        return event.kind() == Kind.REASON
                && event.statusTime() == record.reasonStatusTime
                && event.serverTime() == record.reasonServerTime
                && AgentRecord.flat(event.reasons()).equals(record.reasons);
    }

    private boolean isLaterReason(StatEvent event) {
        return event.statusTime() > record.reasonStatusTime
                || event.statusTime() == record.reasonStatusTime && event.serverTime() >= record.reasonServerTime;
    }

    private int lastIndex(Predicate<StatEvent> fits) {
        for (int i = heard.size() - 1; i >= 0; i--) {
            if (fits.test(heard.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
