package org.engageconnector.component.tserver;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import org.engageconnector.component.engage.FakeServer;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerMessage;

/** A T-Server on a real socket. */
final class FakeTServer extends TServerAnswers implements AutoCloseable {

    final FakeServer server;

    FakeTServer() {
        this(null);
    }

    FakeTServer(SslContext tls) {
        server = new FakeServer(this::answer, tls);
    }

    String address() {
        return server.address();
    }

    private void answer(Channel channel, Message request) {
        List<Message> answers = answers(request);
        answers.forEach(channel::writeAndFlush);
        if (refuse > 0 && request.number() == TServerMessage.REQUEST_REGISTER_CLIENT) {
            channel.close();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
