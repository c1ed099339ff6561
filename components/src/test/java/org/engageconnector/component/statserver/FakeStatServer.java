package org.engageconnector.component.statserver;

import org.engageconnector.component.engage.FakeServer;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;

/** A Stat Server on a real socket. */
final class FakeStatServer extends StatServerAnswers implements AutoCloseable {

    final FakeServer server =
            new FakeServer((channel, request) -> answers(request).forEach(channel::writeAndFlush));

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

    @Override
    public void close() {
        server.close();
    }
}
