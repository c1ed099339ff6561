package org.engageconnector.simulators.engage.sipserver;

import java.util.HashMap;
import java.util.Map;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** Who is logged in where, and in which state. Guarded by the pair's lock. */
final class DnAgents {

    /** T-Library's numbers of {@code AgentStatus}. */
    static final int LOGGED_OUT = 0;

    static final int READY = 2;
    static final int NOT_READY = 3;
    static final int AFTER_CALL_WORK = 4;

    private static final int WORK_MODE_AFTER_CALL_WORK = 3;

    /** An agent on a DN. */
    record OnDn(String agentId, int status) {}

    private final Map<String, OnDn> agents = new HashMap<>();

    /** Takes note of an event of the {@code extension} stream. */
    void note(Message event) {
        int mode = event.integer(TServerAttribute.AGENT_WORK_MODE, 0);
        switch (event.number()) {
            case TServerMessage.EVENT_AGENT_LOGIN -> put(event, NOT_READY);
            case TServerMessage.EVENT_AGENT_READY -> put(event, READY);
            case TServerMessage.EVENT_AGENT_NOT_READY ->
                put(event, mode == WORK_MODE_AFTER_CALL_WORK ? AFTER_CALL_WORK : NOT_READY);
            case TServerMessage.EVENT_AGENT_LOGOUT -> agents.remove(event.text(TServerAttribute.THIS_DN));
            default -> {}
        }
    }

    /** Who is logged in on a DN; {@code null} for nobody. */
    OnDn at(String dn) {
        return agents.get(dn);
    }

    private void put(Message event, int status) {
        agents.put(event.text(TServerAttribute.THIS_DN), new OnDn(event.text(TServerAttribute.AGENT_ID), status));
    }
}
