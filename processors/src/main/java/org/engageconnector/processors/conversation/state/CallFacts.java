package org.engageconnector.processors.conversation.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a call itself, whenever it was said: facts that grow and do not depend on the order of evidence. Plain
 * data. One thread at a time.
 */
public final class CallFacts {

    public static final int UNKNOWN = 0;
    public static final int INTERNAL = 1;
    public static final int INBOUND = 2;
    public static final int OUTBOUND = 3;
    public static final int CONSULT = 4;

    public final String uuid;
    /** The call that this consult belongs to. */
    public String parent;

    public int type;
    public boolean created;
    public long createdAt = -1;
    /** Time of the first evidence. */
    public long firstAt;

    public String ani;
    public String dnis;
    public String dialed;
    /** It came through a queue (U1). */
    public boolean queued;

    public String outboundQueue;
    public String outboundQueueId;
    /** An outside party, and an internal DN that dialled, were seen (C3). */
    public String outsideParty;

    public boolean dialedInside;
    /** The link to the same call on another server (ISLinkList): both servers name the same. */
    public String link;

    public final List<Long> conns = new ArrayList<>(1);
    /** PartyUUID to DN. */
    public final Map<String, String> parties = new HashMap<>();

    public CallFacts(String uuid, long firstAt) {
        this.uuid = uuid;
        this.firstAt = firstAt;
    }

    /** When the call began: its creation, else the first that was seen of it. */
    public long beginning() {
        return created ? createdAt : firstAt;
    }

    /** Section C3: what a call of unknown type is, judged by who is in it. */
    public int judgedType() {
        if (type != UNKNOWN && type != CONSULT) {
            return type;
        }
        if (outsideParty == null) {
            return INTERNAL;
        }
        return dialedInside ? OUTBOUND : INBOUND;
    }
}
