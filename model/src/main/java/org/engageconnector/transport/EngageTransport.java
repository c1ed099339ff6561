package org.engageconnector.transport;

import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvFrame;

/**
 * How messages travel. Everything above speaks of messages only, so another framing needs no change above this interface.
 *
 * <p>All calls and call-backs of one connection happen on one thread, that of the session; none may block it.
 */
public interface EngageTransport {

    /** Starts to connect and returns at once; the listener hears the outcome later, never during this call. */
    Connection connect(Member member, Listener listener);

    /** One connection, from the first try to connect until it is closed. */
    interface Connection {

        /** Sends; a connection that is closed drops it. */
        void send(Message message);

        /** With false the transport stops reading, so that the server notices; with true it goes on. */
        void read(boolean on);

        /** Closes; {@link Listener#closed} follows within a second. May be repeated. */
        void close();
    }

    /** Hears what happens to one connection, in order. */
    interface Listener {

        void opened(Connection connection);

        void received(Connection connection, TkvFrame frame);

        /**
         * Exactly once, the last call.
         *
         * @param reason for people, in a few words; {@code null} when the other side closed
         */
        void closed(Connection connection, String reason);
    }
}
