package org.engageconnector.processors.agentstate;

import org.engageconnector.journal.JournalEntry;

/** An agent state event that went to the dead letters: Genesys Cloud refused it, or it was too old to be sent. */
record Refused(String employeeId, String kind, String eventId) {

    static Refused of(JournalEntry entry) {
        return new Refused(
                entry.headers().get("agent"), entry.kind(), entry.headers().get("eventId"));
    }

    /** The agent's last value of that kind counts as unknown, when this was the last. */
    void forget(AgentRecord record) {
        if (kind.equals(AgentEvents.PRESENCE)) {
            if (isLast(record.presenceEventId)) {
                record.sentPresence = null;
                record.refused = true;
            }
        } else if (isLast(record.routingStatusEventId)) {
            record.sentRoutingStatus = null;
            record.refused = true;
        }
    }

    /** A record from before the ids were kept has none; what is not known to be older counts as the last. */
    private boolean isLast(String lastEventId) {
        return lastEventId == null || lastEventId.equals(eventId);
    }
}
