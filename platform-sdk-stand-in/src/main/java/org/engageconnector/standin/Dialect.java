package org.engageconnector.standin;

import com.genesyslab.platform.commons.protocol.Message;
import java.util.List;

/** What T-Servers and Stat Servers say differently. */
public interface Dialect {

    /** The reference of signs of life. */
    Integer SIGN_OF_LIFE = 0x50000001;

    /** The frame that registers. */
    Frame register();

    /** Whether this ends the handshake. */
    boolean welcomes(Frame frame);

    /** Why the client is refused; {@code null} when it is not. */
    String refuses(Frame frame);

    /** What of the handshake is handed over besides. */
    boolean showsHandshake();

    /** A frame that asks for a sign of life; its answer is not handed over. */
    Frame signOfLife();

    /** The frames of a request, and their reference. */
    Frame request(Message message);

    /** The messages of a frame. */
    List<Message> messages(Frame frame);
}
