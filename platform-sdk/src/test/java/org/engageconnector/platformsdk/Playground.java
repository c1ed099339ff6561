package org.engageconnector.platformsdk;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;

/** A server on a real loopback socket, which answers by a rule; a thread per connection. */
final class Playground implements AutoCloseable {

    private final ServerSocket listening;
    private final Function<Message, List<Message>> rule;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Message> requests = new CopyOnWriteArrayList<>();

    Playground(Function<Message, List<Message>> rule) throws IOException {
        this.rule = rule;
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int open() {
        return open.size();
    }

    List<Message> requests() {
        return requests;
    }

    void say(byte[] bytes) {
        for (Socket socket : open) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                open.remove(socket);
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed at the end of the test
            open.clear();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = in.readInt();
                byte[] frame = ByteBuffer.allocate(4 + length).putInt(length).array();
                in.readFully(frame, 4, length);
                Message request = Tkv.decode(frame);
                requests.add(request);
                for (Message answer : rule.apply(request)) {
                    socket.getOutputStream().write(Tkv.encode(answer));
                }
            }
        } catch (IOException e) {
            // the client is gone
            open.remove(socket);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "playground");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
