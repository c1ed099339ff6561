package org.engageconnector.component.engage;

import java.util.List;
import org.engageconnector.message.Message;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.Member;

/** A transport whose network and server the test is. */
public interface ScenarioNetwork extends EngageTransport, AutoCloseable {

    /** The word that names it in the scenarios. */
    String name();

    /** Whom the client wants to connect to; {@code null} when to nobody. */
    Member pending();

    boolean isOpen();

    boolean isReading();

    /** The reasons of the frames that were refused. */
    List<String> badFrames();

    /** The server accepts. */
    void accept();

    /** The server is not there. */
    void refuse();

    /** Bytes from the server; those for a closed connection are lost. */
    void bytes(byte[] bytes);

    /** The server ends the connection. */
    void cut();

    /** The connection breaks. */
    void reset();

    /** From now on nothing arrives on either side, and neither hears of it. */
    void halfOpen();

    /** The next request of this connection; {@code null} when there is none. */
    Message request();

    /** Lets what was begun be finished. */
    void settle();

    /** From now on every request is for the server of the test, also those of the transport itself. */
    default void serve() {}

    @Override
    default void close() {}
}
