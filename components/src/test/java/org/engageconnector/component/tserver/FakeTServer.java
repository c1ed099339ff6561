package org.engageconnector.component.tserver;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.component.engage.FakeServer;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** A T-Server that answers as the wire page says: registers DNs it knows, replays its live calls, says its role. */
final class FakeTServer implements AutoCloseable {

    static final int START_TIME = 1_700_000_000;

    final Set<String> unknownDns = ConcurrentHashMap.newKeySet();
    final Set<String> liveCalls = ConcurrentHashMap.newKeySet();
    final FakeServer server;
    volatile int role;
    volatile int refuse;

    private final AtomicLong sequence = new AtomicLong();

    FakeTServer() {
        this(null);
    }

    FakeTServer(SslContext tls) {
        server = new FakeServer(this::answer, tls);
    }

    String address() {
        return server.address();
    }

    /** A message with the attributes that every message of a server carries. */
    Message.Builder message(int number) {
        return Message.of(number)
                .with(TServerAttribute.TIME_IN_SECS, 1_700_000_100)
                .with(TServerAttribute.TIME_IN_U_SECS, 5)
                .with(TServerAttribute.SERVER_START_TIME, START_TIME)
                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, sequence.incrementAndGet());
    }

    Message event(int number, String dn) {
        return message(number).with(TServerAttribute.THIS_DN, dn).build();
    }

    private void answer(Channel channel, Message request) {
        Integer reference = request.integer(TServerAttribute.REFERENCE_ID);
        switch (request.number()) {
            case TServerMessage.REQUEST_REGISTER_CLIENT -> register(channel);
            case TServerMessage.REQUEST_REGISTER_ADDRESS -> {
                String dn = request.text(TServerAttribute.THIS_DN);
                channel.writeAndFlush(
                        unknownDns.contains(dn)
                                ? message(TServerMessage.EVENT_ERROR)
                                        .with(TServerAttribute.REFERENCE_ID, reference)
                                        .with(TServerAttribute.ERROR_CODE, 59)
                                        .build()
                                : message(TServerMessage.EVENT_REGISTERED)
                                        .with(TServerAttribute.REFERENCE_ID, reference)
                                        .with(TServerAttribute.THIS_DN, dn)
                                        .build());
            }
            case TServerMessage.REQUEST_UNREGISTER_ADDRESS ->
                channel.writeAndFlush(message(TServerMessage.EVENT_UNREGISTERED)
                        .with(TServerAttribute.REFERENCE_ID, reference)
                        .build());
            case TServerMessage.REQUEST_START_CALL_MONITORING -> {
                channel.writeAndFlush(message(TServerMessage.EVENT_ACK)
                        .with(TServerAttribute.REFERENCE_ID, reference)
                        .build());
                liveCalls.forEach(call -> channel.writeAndFlush(message(TServerMessage.EVENT_CALL_CREATED)
                        .with(TServerAttribute.CALL_UUID, call)
                        .with(TServerAttribute.RELIABILITY, 1)
                        .build()));
            }
            case TServerMessage.REQUEST_QUERY_SERVER ->
                channel.writeAndFlush(message(TServerMessage.EVENT_SERVER_INFO)
                        .with(TServerAttribute.REFERENCE_ID, reference)
                        .with(TServerAttribute.SERVER_ROLE, role)
                        .build());
            default -> {}
        }
    }

    private void register(Channel channel) {
        if (refuse > 0) {
            channel.writeAndFlush(message(TServerMessage.EVENT_ERROR)
                            .with(TServerAttribute.ERROR_CODE, refuse)
                            .build())
                    .addListener(done -> channel.close());
            return;
        }
        channel.writeAndFlush(message(TServerMessage.EVENT_LINK_CONNECTED)
                .with(TServerAttribute.SERVER_ROLE, role)
                .with(TServerAttribute.SERVER_VERSION, "8.1.103")
                .build());
    }

    @Override
    public void close() {
        server.close();
    }
}
