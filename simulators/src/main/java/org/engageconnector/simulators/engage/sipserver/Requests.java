package org.engageconnector.simulators.engage.sipserver;

import static org.engageconnector.message.TServerAttribute.ADDRESS_TYPE;
import static org.engageconnector.message.TServerAttribute.AGENT_ID;
import static org.engageconnector.message.TServerAttribute.APPLICATION_NAME;
import static org.engageconnector.message.TServerAttribute.APPLICATION_PASSWORD;
import static org.engageconnector.message.TServerAttribute.CALL_UUID;
import static org.engageconnector.message.TServerAttribute.DN;
import static org.engageconnector.message.TServerAttribute.ERROR_CODE;
import static org.engageconnector.message.TServerAttribute.ERROR_MESSAGE;
import static org.engageconnector.message.TServerAttribute.EXTENSIONS;
import static org.engageconnector.message.TServerAttribute.PARTY_STATE;
import static org.engageconnector.message.TServerAttribute.PARTY_UUID;
import static org.engageconnector.message.TServerAttribute.PROTOCOL_VERSION;
import static org.engageconnector.message.TServerAttribute.RELIABILITY;
import static org.engageconnector.message.TServerAttribute.SERVER_ROLE;
import static org.engageconnector.message.TServerAttribute.SERVER_VERSION;
import static org.engageconnector.message.TServerAttribute.THIS_DN;
import static org.engageconnector.simulators.engage.sipserver.SipServer.answerTo;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerMessage;

/** Answers the requests of one server's clients, as docs/protocol.md has them. The caller holds the pair's lock. */
final class Requests {

    static final String VERSION = "tkv/1";

    private static final int NOT_REGISTERED = 1;
    private static final int WRONG_VERSION = 2;
    private static final int WRONG_PASSWORD = 3;
    private static final int UNKNOWN_DN = 59;
    private static final int RELIABILITY_IN_PAST = 1;

    private final SipServerPair pair;
    private final SipServer server;

    Requests(SipServerPair pair, SipServer server) {
        this.pair = pair;
        this.server = server;
    }

    void handle(TServerSession session, Message request) {
        if (request.number() == TServerMessage.REQUEST_REGISTER_CLIENT) {
            registerClient(session, request);
            return;
        }
        if (!session.registered()) {
            refuse(session, request, NOT_REGISTERED, "Client is not registered");
            return;
        }
        switch (request.number()) {
            case TServerMessage.REQUEST_QUERY_SERVER ->
                answer(
                        session,
                        answerTo(request, TServerMessage.EVENT_SERVER_INFO).with(SERVER_ROLE, server.role()));
            case TServerMessage.REQUEST_REGISTER_ADDRESS -> registerAddress(session, request);
            case TServerMessage.REQUEST_UNREGISTER_ADDRESS -> {
                session.unwatch(request.text(THIS_DN));
                answer(
                        session,
                        answerTo(request, TServerMessage.EVENT_UNREGISTERED).with(THIS_DN, request.text(THIS_DN)));
            }
            case TServerMessage.REQUEST_START_CALL_MONITORING -> {
                answer(session, answerTo(request, TServerMessage.EVENT_ACK));
                session.callMonitoring(true);
                replay(session);
            }
            case TServerMessage.REQUEST_STOP_CALL_MONITORING -> {
                session.callMonitoring(false);
                answer(session, answerTo(request, TServerMessage.EVENT_ACK));
            }
            default -> {}
        }
    }

    private void registerClient(TServerSession session, Message request) {
        int refusal = pair.refusal();
        String name = request.text(APPLICATION_NAME);
        if (refusal == NOT_REGISTERED || name == null || name.isEmpty()) {
            refuse(session, request, NOT_REGISTERED, "Application is not registered");
        } else if (refusal == WRONG_VERSION || !VERSION.equals(request.text(PROTOCOL_VERSION))) {
            refuse(session, request, WRONG_VERSION, "Protocol version is not " + VERSION);
        } else if (refusal == WRONG_PASSWORD || !passwordFits(request.text(APPLICATION_PASSWORD))) {
            refuse(session, request, WRONG_PASSWORD, "Wrong application password");
        } else {
            session.register();
            answer(
                    session,
                    answerTo(request, TServerMessage.EVENT_LINK_CONNECTED)
                            .with(SERVER_ROLE, server.role())
                            .with(SERVER_VERSION, "8.1.104.00"));
        }
    }

    private boolean passwordFits(String password) {
        return pair.password().equals(password == null ? "" : password);
    }

    private void registerAddress(TServerSession session, Message request) {
        String dn = request.text(THIS_DN);
        Integer type = request.integer(ADDRESS_TYPE);
        if (dn == null || type == null || !type.equals(pair.addressType(dn))) {
            answer(
                    session,
                    answerTo(request, TServerMessage.EVENT_ERROR)
                            .with(ERROR_CODE, UNKNOWN_DN)
                            .with(ERROR_MESSAGE, "DN is not configured in CME"));
            return;
        }
        session.watch(dn);
        boolean queue = type == SipServerPair.QUEUE;
        DnAgents.OnDn agent = queue ? null : pair.agents().at(dn);
        List<KeyValueList.Pair> extensions = new ArrayList<>();
        if (!queue) {
            extensions.add(new KeyValueList.Pair("AgentStatus", agent == null ? DnAgents.LOGGED_OUT : agent.status()));
            if (server.role() == SipServer.PRIMARY) {
                extensions.addAll(pair.calls().listFor(dn));
            }
        }
        answer(
                session,
                answerTo(request, TServerMessage.EVENT_REGISTERED)
                        .with(THIS_DN, dn)
                        .with(AGENT_ID, agent == null ? null : agent.agentId())
                        .with(EXTENSIONS, new KeyValueList(extensions)));
    }

    private void replay(TServerSession session) {
        if (server.role() != SipServer.PRIMARY) {
            return;
        }
        for (LiveCall call : pair.calls().all()) {
            server.answer(
                    session,
                    call.describe(Message.of(TServerMessage.EVENT_CALL_CREATED)).with(RELIABILITY, RELIABILITY_IN_PAST),
                    call.createdAt());
            for (LiveCall.Party party : call.parties()) {
                server.answer(
                        session,
                        Message.of(TServerMessage.EVENT_CALL_PARTY_ADDED)
                                .with(CALL_UUID, call.value(CALL_UUID))
                                .with(PARTY_UUID, party.uuid())
                                .with(DN, party.dn())
                                .with(PARTY_STATE, party.state())
                                .with(RELIABILITY, RELIABILITY_IN_PAST),
                        party.changedAt());
            }
        }
    }

    private void refuse(TServerSession session, Message request, int code, String message) {
        answer(
                session,
                answerTo(request, TServerMessage.EVENT_ERROR)
                        .with(ERROR_CODE, code)
                        .with(ERROR_MESSAGE, message));
        session.connection().closeAfterSending();
    }

    private void answer(TServerSession session, Message.Builder message) {
        server.answer(session, message, System.currentTimeMillis());
    }
}
