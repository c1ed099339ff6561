package org.engageconnector.standin;

import com.genesyslab.platform.commons.protocol.Message;
import java.util.List;

/** What T-Servers and Stat Servers say differently. */
public interface Dialect {

    /** The frame that registers. */
    Frame register();

    /** Whether this ends the handshake. */
    boolean welcomes(Frame frame);

    /** Why the client is refused; {@code null} when it is not. */
    String refuses(Frame frame);

    /** What of the handshake is handed over besides. */
    boolean showsHandshake();

    /** The frames of a request, and their reference. */
    Frame request(Message message);

    /** The messages of a frame. */
    List<Message> messages(Frame frame);
}
