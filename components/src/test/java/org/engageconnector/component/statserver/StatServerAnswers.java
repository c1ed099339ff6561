package org.engageconnector.component.statserver;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;

/** What a Stat Server answers, as docs/protocol.md says; every agent it knows waits for calls and lunches. No socket. */
class StatServerAnswers {

    static final int NOW = 1_700_000_000;

    final Set<String> unknownAgents = ConcurrentHashMap.newKeySet();
    volatile int mode = 1;

    static Message of(int number, int reference) {
        return Message.of(number)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .build();
    }

    final Message mode() {
        return Message.of(StatServerMessage.EVENT_SERVER_MODE)
                .with(StatServerAttribute.MODE, mode)
                .with(StatServerAttribute.SERVER_TIME, NOW)
                .build();
    }

    /** The answers to one request, in order. */
    final List<Message> answers(Message request) {
        Integer reference = request.integer(StatServerAttribute.REFERENCE_ID);
        return switch (request.number()) {
            case StatServerMessage.REQUEST_REGISTER -> List.of(mode());
            case StatServerMessage.REQUEST_OPEN_STATISTIC -> open(request, reference);
            case StatServerMessage.REQUEST_CLOSE_STATISTIC ->
                List.of(of(StatServerMessage.EVENT_STATISTIC_CLOSED, reference));
            case StatServerMessage.REQUEST_PING -> List.of(of(StatServerMessage.EVENT_PONG, reference));
            default -> List.of();
        };
    }

    private List<Message> open(Message request, int reference) {
        if (unknownAgents.contains(request.text(StatServerAttribute.OBJECT_ID))) {
            return List.of(Message.of(StatServerMessage.EVENT_ERROR)
                    .with(StatServerAttribute.REFERENCE_ID, reference)
                    .with(StatServerAttribute.CODE, 3)
                    .build());
        }
        Message.Builder info = Message.of(StatServerMessage.EVENT_INFO)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .with(StatServerAttribute.SERVER_TIME, NOW + 1)
                .with(StatServerAttribute.STATUS, 8)
                .with(StatServerAttribute.STATUS_TIME, NOW);
        if (request.text(StatServerAttribute.STATISTIC_TYPE).equals("CurrentState")) {
            info.with(StatServerAttribute.LOGIN_ID, "1001")
                    .with(StatServerAttribute.PLACE, KeyValueList.of("PlaceId", "Place1"));
        } else {
            info.with(StatServerAttribute.REASONS, KeyValueList.of("ReasonCode", "LUNCH"));
        }
        return List.of(of(StatServerMessage.EVENT_STATISTIC_OPENED, reference), info.build());
    }
}
