package org.engageconnector.processors.conversation.evidence;

import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;

/**
 * One Engage event in the form that all three streams share: the kind of each DN, its agent and its user are looked up
 * already. Absent texts are {@code null}, absent numbers 0. Two evidences of the same content are equal: saying a thing
 * twice changes nothing.
 *
 * @param at event time, milliseconds since 1970
 * @param family stream
 * @param call CallUUID it is about
 * @param otherCall NewCallUUID or RefCallUUID
 * @param dn the DN it is about; for a virtual queue its number
 * @param userId Genesys Cloud user of the agent on the DN
 * @param agent person DBID of the agent on the DN
 * @param thirdUser Genesys Cloud user of the agent on the third DN
 * @param role ThisDNRole
 * @param thirdRole ThirdPartyDNRole
 * @param party PartyUUID
 * @param refDn DN of RefParty, where known
 * @param queueId Genesys Cloud queue of a virtual queue
 * @param value wrap-up code id; empty: a value that maps to none; null: no value
 * @param added the party is new (EventCallPartyAdded)
 * @param source the message it was read from
 */
public record Evidence(
        long at,
        Family family,
        EvidenceKind kind,
        String call,
        String otherCall,
        String dn,
        DnKind dnKind,
        String userId,
        String agent,
        String otherDn,
        DnKind otherKind,
        String thirdDn,
        DnKind thirdKind,
        String thirdUser,
        int callState,
        int cause,
        int role,
        int thirdRole,
        int partyState,
        String party,
        String refDn,
        String vqid,
        String queueId,
        String value,
        boolean added,
        Source source) {

    public static final int CALL_STATE_TRANSFERRED = 1;
    public static final int CALL_STATE_CONFERENCED = 2;
    public static final int CALL_STATE_REMOTE_RELEASE = 5;
    public static final int CALL_STATE_BUSY = 6;
    public static final int CALL_STATE_NO_ANSWER = 7;
    public static final int CALL_STATE_REDIRECTED = 22;
    public static final int CALL_STATE_FORWARDED = 23;
    public static final int CALL_STATE_PICKED_UP = 25;
    public static final int CAUSE_ACD = 1;
    public static final int CAUSE_BUSY = 2;
    public static final int CAUSE_NO_ANSWER = 3;
    public static final int CAUSE_NOT_AVAILABLE = 4;
    public static final int CAUSE_ROUTE = 5;
    public static final int CAUSE_FORWARD = 8;
    public static final int CAUSE_REDIRECT = 9;
    public static final int CAUSE_TRANSFER = 10;
    public static final int CAUSE_SINGLE_STEP_TRANSFER = 11;
    public static final int CAUSE_CONFERENCE = 12;
    public static final int ROLE_CONFERENCE_MEMBER = 3;
    public static final int ROLE_ADDED_BY = 5;
    public static final int ROLE_CONFERENCED_BY = 9;
    public static final int ROLE_OBSERVER = 10;

    /** Whether the words of the leaving DN or party speak of a transfer (T1, T4). */
    public boolean saysTransfer() {
        return callState == CALL_STATE_TRANSFERRED && kind == EvidenceKind.RELEASED
                || cause == CAUSE_TRANSFER
                || cause == CAUSE_SINGLE_STEP_TRANSFER;
    }

    /** Whether they speak of a conference (T6, T7). */
    public boolean saysConference() {
        return callState == CALL_STATE_CONFERENCED || cause == CAUSE_CONFERENCE;
    }

    /** Whether the party was brought in by routing, forwarding or redirection (T1, Q2). */
    public boolean saysRouted() {
        return cause == CAUSE_ROUTE || cause == CAUSE_FORWARD || cause == CAUSE_REDIRECT;
    }

    /** Whether this is one party's departure from a call. */
    public boolean isLeave() {
        return kind == EvidenceKind.RELEASED || kind == EvidenceKind.ABANDONED || kind == EvidenceKind.LEFT;
    }

    /** Whether the DN itself says that the other side hung up. */
    public boolean isRemote() {
        return kind == EvidenceKind.ABANDONED
                || kind == EvidenceKind.RELEASED && callState == CALL_STATE_REMOTE_RELEASE;
    }

    /** What a DN's start in one call says to another call that it has or had a leg in. */
    public Evidence elsewhere(String otherCall) {
        return new EvidenceBuilder(at, Family.EXTENSION, EvidenceKind.ELSEWHERE)
                .call(otherCall)
                .dn(dn, DnKind.EXTENSION)
                .source(source)
                .build();
    }

    /** The other half of a party's move between two conversations: it is connected there. */
    public Evidence arrivedIn(String call) {
        return new EvidenceBuilder(at, family, EvidenceKind.CONNECTED)
                .call(call)
                .dn(dn, dnKind)
                .agent(agent, userId)
                .reasons(0, cause == CAUSE_CONFERENCE ? cause : 0)
                .party(party, partyState, false)
                .source(source)
                .build();
    }
}
