package org.engageconnector.processors.conversation.store;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EventType;
import org.engageconnector.processors.conversation.state.Sent;

/**
 * The stored form of a conversation: the facts, the last certain state, the evidence since, and what was sent. What is believed
 * now is not stored: it is read again from these.
 */
public final class ConversationForm {

    private static final int VERSION = 1;

    private ConversationForm() {}

    public static byte[] write(Conversation conversation) {
        BlockWriter out = new BlockWriter();
        out.number(VERSION);
        int block = out.open();
        out.text(conversation.main);
        out.flag(conversation.ready);
        out.number(conversation.type);
        out.flag(conversation.started);
        out.number(conversation.lastAt);
        out.flag(conversation.unconfirmed);
        out.number(conversation.calls.size());
        conversation.calls.values().forEach(facts -> facts(out, facts));
        TableForm.write(out, conversation.base);
        out.number(conversation.log.size());
        conversation.log.forEach(evidence -> EvidenceForm.write(out, evidence));
        out.number(conversation.ledger.size());
        for (Sent sent : conversation.ledger.all()) {
            int inner = out.open();
            out.text(sent.subject());
            out.number(Enums.number(sent.type()));
            out.number(sent.n());
            out.number(sent.at());
            out.text(sent.detail());
            out.text(sent.rule());
            BasisForm.write(out, sent.basis());
            out.close(inner);
        }
        out.flag(conversation.doubtful);
        out.texts(conversation.confirmedDns);
        out.flag(conversation.typeIsJudged);
        out.close(block);
        return out.bytes();
    }

    /** Reads a stored form; throws {@link IllegalArgumentException} when it is none. */
    public static Conversation read(byte[] bytes) {
        BlockReader whole = new BlockReader(bytes);
        if (whole.number() < VERSION) {
            throw new IllegalArgumentException("not the stored form of a conversation");
        }
        BlockReader in = whole.block();
        Conversation conversation = new Conversation(in.text());
        conversation.ready = in.flag();
        conversation.type = in.smallNumber();
        conversation.started = in.flag();
        conversation.lastAt = in.number();
        conversation.unconfirmed = in.flag();
        for (int i = in.count(); i > 0; i--) {
            CallFacts facts = facts(in.block());
            conversation.calls.put(facts.uuid, facts);
        }
        conversation.base = TableForm.read(in);
        conversation.table = conversation.base.copy();
        for (int i = in.count(); i > 0; i--) {
            Evidence evidence = EvidenceForm.read(in);
            conversation.log.add(evidence);
        }
        for (int i = in.count(); i > 0; i--) {
            BlockReader sent = in.block();
            conversation.ledger.add(new Sent(
                    sent.text(),
                    Enums.of(EventType.values(), sent.smallNumber()),
                    sent.smallNumber(),
                    sent.number(),
                    sent.text(),
                    sent.text(),
                    BasisForm.read(sent)));
        }
        conversation.doubtful = in.flag();
        conversation.confirmedDns.addAll(in.texts());
        conversation.typeIsJudged = in.flag();
        return conversation;
    }

    private static void facts(BlockWriter out, CallFacts facts) {
        int block = out.open();
        out.text(facts.uuid);
        out.number(facts.firstAt);
        out.text(facts.parent);
        out.number(facts.type);
        out.flag(facts.created);
        out.number(facts.createdAt);
        out.text(facts.ani);
        out.text(facts.dnis);
        out.text(facts.dialed);
        out.flag(facts.queued);
        out.text(facts.outboundQueue);
        out.text(facts.outboundQueueId);
        out.text(facts.outsideParty);
        out.flag(facts.dialedInside);
        out.text(facts.link);
        out.number(facts.conns.size());
        facts.conns.forEach(out::number);
        out.number(facts.parties.size());
        facts.parties.forEach((party, dn) -> {
            out.text(party);
            out.text(dn);
        });
        out.close(block);
    }

    private static CallFacts facts(BlockReader in) {
        CallFacts facts = new CallFacts(in.text(), in.number());
        facts.parent = in.text();
        facts.type = in.smallNumber();
        facts.created = in.flag();
        facts.createdAt = in.number();
        facts.ani = in.text();
        facts.dnis = in.text();
        facts.dialed = in.text();
        facts.queued = in.flag();
        facts.outboundQueue = in.text();
        facts.outboundQueueId = in.text();
        facts.outsideParty = in.text();
        facts.dialedInside = in.flag();
        facts.link = in.text();
        for (int i = in.count(); i > 0; i--) {
            facts.conns.add(in.number());
        }
        for (int i = in.count(); i > 0; i--) {
            facts.parties.put(in.text(), in.text());
        }
        return facts;
    }
}
