package org.engageconnector.component.tserver;

import org.engageconnector.component.engage.SessionProtocol.Outlet;
import org.engageconnector.message.Message;

/** What one family asks of the server, and whether it has been answered. On the session's thread. */
interface Subscription {

    /** A session is up: asks for everything, whatever was asked before. */
    void start(Outlet outlet, References references);

    /** A message came that may answer something; it may ask on. */
    void received(Message message);

    /** Asks again for what was refused or lost; comes at the interval of the scope. */
    void refresh();

    /** Everything that was asked for since {@link #start} has been answered (docs/protocol.md#t-server). */
    boolean complete();

    /** The session is down. */
    void stop();
}
