package org.engageconnector.processors.conversation.intake;

import java.util.Comparator;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.state.CallFacts;

/** Takes from an event what it says of the call itself. */
public final class FactsReader {

    private static final int MOST_PARTIES = 200;

    private final String outboundQueueKey;

    public FactsReader(String outboundQueueKey) {
        this.outboundQueueKey = outboundQueueKey;
    }

    public void learn(CallFacts facts, Message message, Family family, long at, SiteDirectory directory) {
        facts.firstAt = Math.min(facts.firstAt, at);
        type(facts, message);
        switch (family) {
            case VQ -> facts.queued |= message.number() == TServerMessage.EVENT_QUEUED;
            case EXTENSION -> dn(facts, message, directory);
            case CALL -> call(facts, message, at, directory);
        }
        KeyValueList data = message.list(TServerAttribute.USER_DATA);
        String queue = data == null ? null : data.text(outboundQueueKey);
        if (queue != null && !TextBounds.tooLong(queue) && !queue.equals(facts.outboundQueue)) {
            facts.outboundQueue = queue;
            facts.outboundQueueId = directory.queueOf(queue);
        }
        KeyValueList links = message.list(TServerAttribute.IS_LINK_LIST);
        if (links != null) {
            link(facts, links);
        }
    }

    private static void type(CallFacts facts, Message message) {
        int type = message.integer(TServerAttribute.CALL_TYPE, 0);
        boolean better = facts.type == CallFacts.UNKNOWN
                || message.number() == TServerMessage.EVENT_CALL_DATA_CHANGED
                || message.number() == TServerMessage.EVENT_CALL_CREATED;
        if (type >= CallFacts.INTERNAL && type <= CallFacts.CONSULT && better) {
            facts.type = type;
        }
    }

    private static void dn(CallFacts facts, Message message, SiteDirectory directory) {
        facts.queued |= message.text(TServerAttribute.THIS_QUEUE) != null;
        boolean dials = message.number() == TServerMessage.EVENT_DIALING;
        facts.dialedInside |= dials;
        String other = message.text(TServerAttribute.OTHER_DN);
        outside(facts, other, directory);
        if (facts.ani == null) {
            facts.ani = message.text(TServerAttribute.ANI);
        }
        if (facts.dnis == null) {
            facts.dnis = message.text(TServerAttribute.DNIS);
        }
        if (dials && facts.dialed == null) {
            facts.dialed = other;
        }
    }

    private static void call(CallFacts facts, Message message, long at, SiteDirectory directory) {
        switch (message.number()) {
            case TServerMessage.EVENT_CALL_CREATED -> {
                if (!facts.created) {
                    facts.created = true;
                    facts.createdAt = at;
                }
                numbers(facts, message);
            }
            case TServerMessage.EVENT_CALL_DATA_CHANGED -> numbers(facts, message);
            case TServerMessage.EVENT_CALL_PARTY_ADDED -> party(facts, message, directory);
            default -> {}
        }
    }

    private static void numbers(CallFacts facts, Message message) {
        facts.ani = or(message.text(TServerAttribute.ANI), facts.ani);
        facts.dnis = or(message.text(TServerAttribute.DNIS), facts.dnis);
        facts.dialed = or(message.text(TServerAttribute.DIALED_NUMBER), facts.dialed);
    }

    private static void party(CallFacts facts, Message message, SiteDirectory directory) {
        String dn = message.text(TServerAttribute.DN);
        String party = message.text(TServerAttribute.PARTY_UUID);
        if (dn == null) {
            return;
        }
        if (party != null && facts.parties.size() < MOST_PARTIES) {
            facts.parties.put(party, dn);
        }
        int cause = message.integer(TServerAttribute.CAUSE, 0);
        facts.queued |= cause == Evidence.CAUSE_ACD || cause == Evidence.CAUSE_ROUTE;
        int state = message.integer(TServerAttribute.PARTY_STATE, 0);
        boolean dials = (state & 0x10000) != 0 || (state & 0xF) == 1;
        facts.dialedInside |= dials && directory.kind(dn) == DnKind.EXTENSION;
        if (cause == 0) {
            outside(facts, dn, directory);
        }
    }

    private static void outside(CallFacts facts, String dn, SiteDirectory directory) {
        if (dn != null && facts.outsideParty == null && directory.kind(dn) == DnKind.UNKNOWN) {
            facts.outsideParty = dn;
        }
    }

    /**
     * An entry is a link id with where its other end is; both servers name the same link. The first link stays, the smallest id
     * of a list, so that a call that goes on to a third server keeps its name.
     */
    private static void link(CallFacts facts, KeyValueList links) {
        if (facts.link == null) {
            facts.link = links.pairs().stream()
                    .map(KeyValueList.Pair::key)
                    .filter(id -> !id.isEmpty() && !TextBounds.tooLong(id))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private static String or(String value, String otherwise) {
        return value != null ? value : otherwise;
    }
}
