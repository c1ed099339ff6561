package org.engageconnector.processors.conversation.evidence;

/** What happened, whichever stream said so. */
public enum EvidenceKind {
    /** The call exists, or begins. */
    CREATED,
    /** Attached data changed; {@link Evidence#value()} holds the disposition. */
    DATA,
    /** The call is over, or merged into {@link Evidence#otherCall()}. */
    DELETED,
    QUEUED,
    DIVERTED,
    QUEUE_ABANDONED,
    RINGING,
    DIALING,
    /** EventEstablished: answered, or the far end answered. */
    ESTABLISHED,
    /** A party is connected: answered, far end answered, or retrieved. */
    CONNECTED,
    HELD,
    RETRIEVED,
    BUSY,
    /** The DN says that it left. */
    RELEASED,
    /** The DN rang and the other side left. */
    ABANDONED,
    /** Call monitoring says that the party left. */
    LEFT,
    /** A party that is on a route point or in treatment. */
    ROUTING,
    /** The DN is now in another call (EventPartyChanged). */
    CHANGED,
    /** The party is now in {@link Evidence#otherCall()} (EventCallPartyMoved). */
    MOVED,
    /** A conference grew: {@link Evidence#otherDn()} is new. */
    PARTY_ADDED,
    /** A conference shrank: {@link Evidence#otherDn()} left. */
    PARTY_DELETED,
    MUTE_ON,
    MUTE_OFF,
    /** The agent on the DN is in after-call work. */
    AFTER_CALL_WORK,
    /** The agent on the DN is in another state. */
    NO_AFTER_CALL_WORK,
    /** The agent on the DN is in another call. */
    ELSEWHERE,
    /** Nobody confirmed the call after a reconnect, or it is older than a day: it ends. */
    LOST
}
