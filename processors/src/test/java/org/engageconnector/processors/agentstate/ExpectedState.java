package org.engageconnector.processors.agentstate;

import java.util.Map;

/** The agent state mapping with its default table, written down a second time, without records, waits and journals. */
final class ExpectedState {

    private static final Map<String, String> REASONS = Map.of("LUNCH", "Meal", "17", "Meal", "BREAK", "Break");

    private String presence;
    private String routingStatus;
    private String lastNotReady = "Busy";
    private boolean ready;
    private boolean missable;

    /** The agent is seen in a state. */
    void sees(StatServerStatus status, CallType type, String reason) {
        boolean inbound = type == CallType.inbound;
        boolean missed = missable;
        missable = status == StatServerStatus.CallRinging && inbound;
        switch (status) {
            case LoggedOut -> {
                ready = false;
                lastNotReady = "Busy";
                becomes("Offline", "OffQueue");
            }
            case NotReadyForNextCall -> {
                ready = false;
                lastNotReady = reason == null ? "Busy" : REASONS.getOrDefault(reason, "Busy");
                becomes(lastNotReady, missed ? "NotResponding" : "OffQueue");
            }
            case WaitForNextCall -> {
                ready = true;
                becomes("OnQueue", "Idle");
            }
            case CallInbound, AfterCallWork -> becomes("OnQueue", "Interacting");
            case CallRinging, CallOnHold -> {
                if (inbound) {
                    becomes("OnQueue", "Interacting");
                } else {
                    becomes(ready ? "OnQueue" : lastNotReady, "Communicating");
                }
            }
            case CallInternal, CallConsult, CallOutbound, CallUnknown, CallDialing, OffHook ->
                becomes(ready ? "OnQueue" : lastNotReady, "Communicating");
            case NotMonitored, Monitored, LoggedIn, OnHook -> {}
        }
    }

    /** Presence and routing status. */
    String state() {
        return presence + " " + routingStatus;
    }

    private void becomes(String newPresence, String newRoutingStatus) {
        presence = newPresence;
        routingStatus = newRoutingStatus;
    }
}
