package org.engageconnector.component.statserver;

/** One statistic of one agent. On the session's thread. */
final class Statistic {

    /** How far we are with it on the present connection. */
    enum State {
        /** To be asked for. */
        WANTED,
        /** Asked for; nothing was said of it yet. */
        ASKED,
        /** Stat Server reports it. */
        OPEN,
        /** Stat Server refused it. */
        REFUSED,
        /** Its agent left; nothing is wanted any more. */
        CLOSED
    }

    private final String employeeId;
    private final boolean reason;

    private State state = State.WANTED;
    private int reference;
    private boolean invalid;

    Statistic(String employeeId, boolean reason) {
        this.employeeId = employeeId;
        this.reason = reason;
    }

    String employeeId() {
        return employeeId;
    }

    /** Whether this is the reason's statistic; else the state's. */
    boolean isReason() {
        return reason;
    }

    State state() {
        return state;
    }

    void state(State now) {
        state = now;
    }

    /** The reference id on the present connection; 0 while it has none. */
    int reference() {
        return reference;
    }

    void reference(int now) {
        reference = now;
    }

    /** Whether Stat Server said that it has no data. */
    boolean isInvalid() {
        return invalid;
    }

    void invalid(boolean now) {
        invalid = now;
    }
}
