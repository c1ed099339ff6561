package org.engageconnector.component.tserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/**
 * What a T-Server answers, as docs/protocol.md says: registers DNs it knows, replays its live calls, says its role. No
 * socket.
 */
class TServerAnswers {

    static final int START_TIME = 1_700_000_000;

    final Set<String> unknownDns = ConcurrentHashMap.newKeySet();
    final Set<String> liveCalls = ConcurrentHashMap.newKeySet();
    volatile int role;
    /** The error that refuses each registration of a client; 0 for none. */
    volatile int refuse;

    private final AtomicLong sequence = new AtomicLong();

    /** A message with the attributes that every message of a server carries. */
    final Message.Builder message(int number) {
        return Message.of(number)
                .with(TServerAttribute.TIME_IN_SECS, 1_700_000_100)
                .with(TServerAttribute.TIME_IN_U_SECS, 5)
                .with(TServerAttribute.SERVER_START_TIME, START_TIME)
                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, sequence.incrementAndGet());
    }

    final Message event(int number, String dn) {
        return message(number).with(TServerAttribute.THIS_DN, dn).build();
    }

    /** The answers to one request, in order. */
    final List<Message> answers(Message request) {
        Integer reference = request.integer(TServerAttribute.REFERENCE_ID);
        return switch (request.number()) {
            case TServerMessage.REQUEST_REGISTER_CLIENT -> List.of(registered());
            case TServerMessage.REQUEST_REGISTER_ADDRESS ->
                List.of(watched(reference, request.text(TServerAttribute.THIS_DN)));
            case TServerMessage.REQUEST_UNREGISTER_ADDRESS ->
                List.of(answer(TServerMessage.EVENT_UNREGISTERED, reference).build());
            case TServerMessage.REQUEST_START_CALL_MONITORING -> replay(reference);
            case TServerMessage.REQUEST_QUERY_SERVER ->
                List.of(answer(TServerMessage.EVENT_SERVER_INFO, reference)
                        .with(TServerAttribute.SERVER_ROLE, role)
                        .build());
            default -> List.of();
        };
    }

    private Message.Builder answer(int number, Integer reference) {
        return message(number).with(TServerAttribute.REFERENCE_ID, reference);
    }

    private Message registered() {
        return refuse > 0
                ? message(TServerMessage.EVENT_ERROR)
                        .with(TServerAttribute.ERROR_CODE, refuse)
                        .build()
                : message(TServerMessage.EVENT_LINK_CONNECTED)
                        .with(TServerAttribute.SERVER_ROLE, role)
                        .with(TServerAttribute.SERVER_VERSION, "8.1.103")
                        .build();
    }

    private Message watched(Integer reference, String dn) {
        return unknownDns.contains(dn)
                ? answer(TServerMessage.EVENT_ERROR, reference)
                        .with(TServerAttribute.ERROR_CODE, 59)
                        .build()
                : answer(TServerMessage.EVENT_REGISTERED, reference)
                        .with(TServerAttribute.THIS_DN, dn)
                        .build();
    }

    private List<Message> replay(Integer reference) {
        List<Message> answers = new ArrayList<>();
        answers.add(answer(TServerMessage.EVENT_ACK, reference).build());
        liveCalls.forEach(call -> answers.add(message(TServerMessage.EVENT_CALL_CREATED)
                .with(TServerAttribute.CALL_UUID, call)
                .with(TServerAttribute.RELIABILITY, 1)
                .build()));
        return answers;
    }
}
