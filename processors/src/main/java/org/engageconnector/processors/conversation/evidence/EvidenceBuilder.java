package org.engageconnector.processors.conversation.evidence;

import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;

/** Collects the parts of an {@link Evidence}. Not thread-safe. */
public final class EvidenceBuilder {
    private long at;
    private Family family;
    private EvidenceKind kind;
    private String call;
    private String otherCall;
    private String dn;
    private DnKind dnKind;
    private String userId;
    private String agent;
    private String otherDn;
    private DnKind otherKind;
    private String thirdDn;
    private DnKind thirdKind;
    private String thirdUser;
    private int callState;
    private int cause;
    private int role;
    private int thirdRole;
    private int partyState;
    private String party;
    private String refDn;
    private String vqid;
    private String queueId;
    private String value;
    private boolean added;
    private Source source = Source.NONE;

    public EvidenceBuilder(long at, Family family, EvidenceKind kind) {
        this.at = at;
        this.family = family;
        this.kind = kind;
    }

    public EvidenceBuilder call(String call) {
        this.call = call;
        return this;
    }

    public EvidenceBuilder otherCall(String otherCall) {
        this.otherCall = otherCall;
        return this;
    }

    public EvidenceBuilder dn(String dn, DnKind dnKind) {
        this.dn = dn;
        this.dnKind = dnKind;
        return this;
    }

    public EvidenceBuilder agent(String agent, String userId) {
        this.agent = agent;
        this.userId = userId;
        return this;
    }

    public EvidenceBuilder other(String otherDn, DnKind otherKind) {
        this.otherDn = otherDn;
        this.otherKind = otherKind;
        return this;
    }

    public EvidenceBuilder third(String thirdDn, DnKind thirdKind, String thirdUser) {
        this.thirdDn = thirdDn;
        this.thirdKind = thirdKind;
        this.thirdUser = thirdUser;
        return this;
    }

    public EvidenceBuilder reasons(int callState, int cause) {
        this.callState = callState;
        this.cause = cause;
        return this;
    }

    public EvidenceBuilder roles(int role, int thirdRole) {
        this.role = role;
        this.thirdRole = thirdRole;
        return this;
    }

    public EvidenceBuilder party(String party, int partyState, boolean added) {
        this.party = party;
        this.partyState = partyState;
        this.added = added;
        return this;
    }

    public EvidenceBuilder refDn(String refDn) {
        this.refDn = refDn;
        return this;
    }

    public EvidenceBuilder queue(String vqid, String queueId) {
        this.vqid = vqid;
        this.queueId = queueId;
        return this;
    }

    public EvidenceBuilder value(String value) {
        this.value = value;
        return this;
    }

    public EvidenceBuilder source(Source source) {
        this.source = source;
        return this;
    }

    public Evidence build() {
        return new Evidence(
                at,
                family,
                kind,
                call,
                otherCall,
                dn,
                dnKind,
                userId,
                agent,
                otherDn,
                otherKind,
                thirdDn,
                thirdKind,
                thirdUser,
                callState,
                cause,
                role,
                thirdRole,
                partyState,
                party,
                refDn,
                vqid,
                queueId,
                value,
                added,
                source);
    }
}
