package org.engageconnector.simulators.engage.net;

import org.engageconnector.message.Message;

/** What a server does with its clients. All calls for one connection come on that connection's event loop, in order. */
public interface ConnectionHandler {

    /** A client has connected and said nothing yet. */
    void opened(ClientConnection connection);

    /** A client has sent a message. */
    void received(ClientConnection connection, Message message);

    /** The connection is gone; nothing can be sent any more. */
    void closed(ClientConnection connection);
}
