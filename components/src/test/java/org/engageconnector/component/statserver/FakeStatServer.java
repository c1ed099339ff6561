package org.engageconnector.component.statserver;

import io.netty.channel.Channel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.component.engage.FakeServer;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;

/** A Stat Server that answers as the wire page says; every agent waits for calls and lunches. */
final class FakeStatServer implements AutoCloseable {

    static final int NOW = 1_700_000_000;

    final Set<String> unknownAgents = ConcurrentHashMap.newKeySet();
    final FakeServer server = new FakeServer(this::answer);
    volatile int mode = 1;

    String address() {
        return server.address();
    }

    long opened() {
        return count(StatServerMessage.REQUEST_OPEN_STATISTIC);
    }

    long count(int number) {
        return server.requests().stream()
                .filter(request -> request.number() == number)
                .count();
    }

    /** The reference id under which a statistic was opened last. */
    int reference(String agent, String type) {
        return server.requests().stream()
                .filter(request -> agent.equals(request.text(StatServerAttribute.OBJECT_ID))
                        && type.equals(request.text(StatServerAttribute.STATISTIC_TYPE)))
                .mapToInt(request -> request.integer(StatServerAttribute.REFERENCE_ID))
                .max()
                .orElseThrow();
    }

    static Message of(int number, int reference) {
        return Message.of(number)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .build();
    }

    Message mode() {
        return Message.of(StatServerMessage.EVENT_SERVER_MODE)
                .with(StatServerAttribute.MODE, mode)
                .with(StatServerAttribute.SERVER_TIME, NOW)
                .build();
    }

    private void answer(Channel channel, Message request) {
        Integer reference = request.integer(StatServerAttribute.REFERENCE_ID);
        switch (request.number()) {
            case StatServerMessage.REQUEST_REGISTER -> channel.writeAndFlush(mode());
            case StatServerMessage.REQUEST_OPEN_STATISTIC -> open(channel, request, reference);
            case StatServerMessage.REQUEST_PING -> channel.writeAndFlush(of(StatServerMessage.EVENT_PONG, reference));
            default -> {}
        }
    }

    private void open(Channel channel, Message request, int reference) {
        if (unknownAgents.contains(request.text(StatServerAttribute.OBJECT_ID))) {
            channel.writeAndFlush(Message.of(StatServerMessage.EVENT_ERROR)
                    .with(StatServerAttribute.REFERENCE_ID, reference)
                    .with(StatServerAttribute.CODE, 3)
                    .build());
            return;
        }
        channel.writeAndFlush(of(StatServerMessage.EVENT_STATISTIC_OPENED, reference));
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
        channel.writeAndFlush(info.build());
    }

    @Override
    public void close() {
        server.close();
    }
}
