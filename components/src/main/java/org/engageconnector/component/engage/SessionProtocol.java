package org.engageconnector.component.engage;

import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.Member;

/**
 * What T-Server and Stat Server sessions do differently. All calls come on the session's thread and may not block; an object
 * serves one session.
 */
public interface SessionProtocol {

    /** What a message says about the session itself. */
    enum Verdict {
        /** Nothing; it is passed to {@link #received}. */
        NONE,
        /** The server accepts us and is primary; on a session that is up: everything is to be asked for again. */
        PRIMARY,
        /** The server is not, or no longer, primary. */
        NOT_PRIMARY,
        /** The server does not accept us, or, on a session that is up, has forgotten that it did. */
        REFUSED
    }

    /** The first message of a connection. */
    Message register();

    /** The message that asks for a sign of life. */
    Message ping();

    /** Judges a message, which nobody has seen before it; {@code registering} until the session is up. */
    Verdict judge(Message message, boolean registering);

    /** The session is up: ask for everything. {@code first} is the frame that said so. Comes again when it said so again. */
    void up(Member member, Outlet outlet, TkvFrame first);

    /** A frame of a session that is up, the ones with a verdict included. */
    void received(TkvFrame frame);

    /** The session is not up any more. */
    void down();

    /** Sends on the connection that is up. */
    interface Outlet {

        void send(Message message);
    }
}
