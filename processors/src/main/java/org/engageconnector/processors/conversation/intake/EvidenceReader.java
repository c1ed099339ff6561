package org.engageconnector.processors.conversation.intake;

import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceBuilder;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.evidence.Source;
import org.engageconnector.processors.conversation.state.CallFacts;

/** Puts a T-Library event into words of evidence. The call it is about was found before. */
public final class EvidenceReader {

    private final DnAgents agents;
    private final String dispositionKey;

    public EvidenceReader(DnAgents agents, String dispositionKey) {
        this.agents = agents;
        this.dispositionKey = dispositionKey;
    }

    /**
     * Reads an event.
     *
     * @param otherCall the CallUUID of the other call that the event names, found by the caller
     * @return {@code null} when the event says nothing that the rules use
     */
    public Evidence read(
            Message message, Family family, long at, CallFacts call, String otherCall, SiteDirectory directory) {
        EvidenceKind kind = kind(message, family);
        if (kind == null) {
            return null;
        }
        EvidenceBuilder evidence = new EvidenceBuilder(at, family, kind)
                .call(call.uuid)
                .otherCall(otherCall)
                .source(Source.of(message));
        evidence.reasons(message.integer(TServerAttribute.CALL_STATE, 0), message.integer(TServerAttribute.CAUSE, 0));
        switch (family) {
            case VQ -> queue(evidence, message, directory);
            case EXTENSION -> dn(evidence, message, directory);
            case CALL -> party(evidence, message, kind, call, directory);
        }
        if (kind == EvidenceKind.DATA) {
            evidence.value(disposition(message.list(TServerAttribute.USER_DATA), directory));
        }
        return evidence.build();
    }

    /** What an event says of the agent on its DN; {@code null} when it says nothing of an agent. */
    public static EvidenceKind ofAgent(Message message) {
        return switch (message.number()) {
            case TServerMessage.EVENT_AGENT_LOGIN,
                    TServerMessage.EVENT_AGENT_LOGOUT,
                    TServerMessage.EVENT_AGENT_READY -> EvidenceKind.NO_AFTER_CALL_WORK;
            case TServerMessage.EVENT_AGENT_NOT_READY ->
                message.integer(TServerAttribute.AGENT_WORK_MODE, 0) == 3
                        ? EvidenceKind.AFTER_CALL_WORK
                        : EvidenceKind.NO_AFTER_CALL_WORK;
            default -> null;
        };
    }

    /** The same as evidence for a call that the agent's DN has or had a leg in. */
    public static Evidence ofAgent(Message message, EvidenceKind kind, long at, String call) {
        return new EvidenceBuilder(at, Family.EXTENSION, kind)
                .call(call)
                .dn(message.text(TServerAttribute.THIS_DN), DnKind.EXTENSION)
                .source(Source.of(message))
                .build();
    }

    private static EvidenceKind kind(Message message, Family family) {
        return switch (family) {
            case VQ ->
                switch (message.number()) {
                    case TServerMessage.EVENT_QUEUED -> EvidenceKind.QUEUED;
                    case TServerMessage.EVENT_DIVERTED -> EvidenceKind.DIVERTED;
                    case TServerMessage.EVENT_ABANDONED -> EvidenceKind.QUEUE_ABANDONED;
                    default -> null;
                };
            case EXTENSION -> dnKind(message.number());
            case CALL ->
                switch (message.number()) {
                    case TServerMessage.EVENT_CALL_CREATED -> EvidenceKind.CREATED;
                    case TServerMessage.EVENT_CALL_DATA_CHANGED -> EvidenceKind.DATA;
                    case TServerMessage.EVENT_CALL_DELETED -> EvidenceKind.DELETED;
                    case TServerMessage.EVENT_CALL_PARTY_ADDED, TServerMessage.EVENT_CALL_PARTY_STATE ->
                        partyKind(
                                message.integer(TServerAttribute.PARTY_STATE, 0),
                                message.number() == TServerMessage.EVENT_CALL_PARTY_ADDED);
                    case TServerMessage.EVENT_CALL_PARTY_MOVED -> EvidenceKind.MOVED;
                    case TServerMessage.EVENT_CALL_PARTY_DELETED -> EvidenceKind.LEFT;
                    default -> null;
                };
        };
    }

    private static EvidenceKind dnKind(int number) {
        return switch (number) {
            case TServerMessage.EVENT_RINGING -> EvidenceKind.RINGING;
            case TServerMessage.EVENT_DIALING -> EvidenceKind.DIALING;
            case TServerMessage.EVENT_DESTINATION_BUSY -> EvidenceKind.BUSY;
            case TServerMessage.EVENT_ESTABLISHED -> EvidenceKind.ESTABLISHED;
            case TServerMessage.EVENT_RELEASED -> EvidenceKind.RELEASED;
            case TServerMessage.EVENT_ABANDONED -> EvidenceKind.ABANDONED;
            case TServerMessage.EVENT_HELD -> EvidenceKind.HELD;
            case TServerMessage.EVENT_RETRIEVED -> EvidenceKind.RETRIEVED;
            case TServerMessage.EVENT_PARTY_CHANGED -> EvidenceKind.CHANGED;
            case TServerMessage.EVENT_PARTY_ADDED -> EvidenceKind.PARTY_ADDED;
            case TServerMessage.EVENT_PARTY_DELETED -> EvidenceKind.PARTY_DELETED;
            case TServerMessage.EVENT_ATTACHED_DATA_CHANGED, TServerMessage.EVENT_USER_EVENT -> EvidenceKind.DATA;
            case TServerMessage.EVENT_MUTE_ON -> EvidenceKind.MUTE_ON;
            case TServerMessage.EVENT_MUTE_OFF -> EvidenceKind.MUTE_OFF;
            default -> null;
        };
    }

    /** PartyState, low bits: the telephony state; 0x10000 beside "connected" means that it still dials. */
    private static EvidenceKind partyKind(int state, boolean added) {
        boolean dialing = (state & 0x10000) != 0;
        return switch (state & 0xF) {
            // A silent monitor may be told by its supplementary bits alone
            case 0 -> (state & 0xA0) != 0xA0 ? null : added ? EvidenceKind.RINGING : EvidenceKind.CONNECTED;
            case 0x1 -> EvidenceKind.DIALING;
            case 0x9 -> EvidenceKind.ROUTING;
            case 0xA -> EvidenceKind.RINGING;
            case 0xB -> EvidenceKind.BUSY;
            case 0xC -> dialing ? EvidenceKind.DIALING : EvidenceKind.CONNECTED;
            case 0xE -> EvidenceKind.HELD;
            default -> null;
        };
    }

    private static void queue(EvidenceBuilder evidence, Message message, SiteDirectory directory) {
        String queue = message.text(TServerAttribute.THIS_DN);
        KeyValueList extensions = message.list(TServerAttribute.EXTENSIONS);
        evidence.dn(queue, DnKind.VIRTUAL_QUEUE);
        evidence.queue(extensions == null ? null : extensions.text("VQID"), directory.queueOf(queue));
        String third = message.text(TServerAttribute.THIRD_PARTY_DN);
        evidence.third(third, directory.kind(third), null);
    }

    private void dn(EvidenceBuilder evidence, Message message, SiteDirectory directory) {
        String dn = message.text(TServerAttribute.THIS_DN);
        // We registered for it, so it is an extension even where the directory has forgotten it
        evidence.dn(dn, DnKind.EXTENSION);
        agent(evidence, dn, message.text(TServerAttribute.AGENT_ID), directory);
        String other = message.text(TServerAttribute.OTHER_DN);
        evidence.other(other, directory.kind(other));
        third(evidence, message.text(TServerAttribute.THIRD_PARTY_DN), directory);
        evidence.roles(
                message.integer(TServerAttribute.THIS_DN_ROLE, 0),
                message.integer(TServerAttribute.THIRD_PARTY_DN_ROLE, 0));
    }

    private void party(
            EvidenceBuilder evidence, Message message, EvidenceKind kind, CallFacts call, SiteDirectory directory) {
        String dn = message.text(TServerAttribute.DN);
        String party = message.text(TServerAttribute.PARTY_UUID);
        if (dn == null && party != null) {
            dn = call.parties.get(party);
        }
        if (dn == null) {
            return;
        }
        DnKind dnKind = directory.kind(dn);
        evidence.dn(dn, dnKind);
        if (dnKind == DnKind.EXTENSION) {
            agent(evidence, dn, null, directory);
        }
        boolean stays = kind != EvidenceKind.LEFT && kind != EvidenceKind.MOVED;
        evidence.party(
                party,
                stays ? message.integer(TServerAttribute.PARTY_STATE, 0) : 0,
                message.number() == TServerMessage.EVENT_CALL_PARTY_ADDED);
        String ref = message.text(TServerAttribute.REF_PARTY);
        evidence.refDn(ref == null ? null : call.parties.get(ref));
    }

    private void agent(EvidenceBuilder evidence, String dn, String login, SiteDirectory directory) {
        String agent = agents.agentAt(dn, login, directory);
        evidence.agent(agent, directory.userOf(agent));
    }

    private void third(EvidenceBuilder evidence, String dn, SiteDirectory directory) {
        if (dn != null) {
            String agent = agents.agentAt(dn, null, directory);
            evidence.third(dn, directory.kind(dn), directory.userOf(agent));
        }
    }

    private String disposition(KeyValueList data, SiteDirectory directory) {
        String value = data == null ? null : data.text(dispositionKey);
        if (value == null) {
            return null;
        }
        String code = directory.wrapUpCodeOf(value);
        return code == null ? "" : code;
    }
}
