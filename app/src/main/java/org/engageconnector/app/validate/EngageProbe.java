package org.engageconnector.app.validate;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.engageconnector.app.settings.HostPort;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvException;

/** One request to an Engage server over a plain connection of its own, and the answer that fits. */
final class EngageProbe {

    private static final int LIMIT_MILLIS = 5_000;

    private static final int MOST_FRAMES = 1_000;

    private EngageProbe() {}

    static Message ask(HostPort server, Message request, Predicate<Message> fits) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(server.host().replaceAll("[\\[\\]]", ""), server.port()), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(Tkv.encode(request));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int i = 0; i < MOST_FRAMES; i++) {
                Message message = frame(in);
                if (fits.test(message)) {
                    return message;
                }
            }
            throw new IOException("no answer among " + MOST_FRAMES + " frames");
        } catch (TkvException e) {
            throw new IOException("not the open framing", e);
        }
    }

    private static Message frame(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 4 || length > Tkv.DEFAULT_MAX_FRAME_BYTES) {
            throw new IOException("not the open framing");
        }
        byte[] frame = ByteBuffer.allocate(4 + length).putInt(length).array();
        in.readFully(frame, 4, length);
        return Tkv.decode(frame);
    }
}
