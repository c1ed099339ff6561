package org.engageconnector.benchmarks.intake;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;

/** A SIP Server that opens sessions and, once told, sends events as fast as each connection takes them. */
final class FloodServer implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int REQUEST_LIMIT_MILLIS = 60_000;

    private final ServerSocket listening;
    private final NumberedFrame frame = new NumberedFrame();
    private final AtomicLong numbers = new AtomicLong(100);
    private final CountDownLatch ready;
    private final CountDownLatch go = new CountDownLatch(1);
    private final int eventsPerConnection;

    FloodServer(int connections, int eventsPerConnection) throws IOException {
        this.listening = new ServerSocket(0, connections, InetAddress.getLoopbackAddress());
        this.ready = new CountDownLatch(connections);
        this.eventsPerConnection = eventsPerConnection;
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(this::serve, "flood-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    CountDownLatch ready() {
        return ready;
    }

    void go() {
        go.countDown();
    }

    private void serve() {
        try (Socket socket = listening.accept()) {
            socket.setSoTimeout(REQUEST_LIMIT_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            int last;
            do {
                last = answer(in, out);
            } while (last != TServerMessage.REQUEST_REGISTER_ADDRESS
                    && last != TServerMessage.REQUEST_START_CALL_MONITORING);
            ready.countDown();
            go.await();
            for (int i = 0; i < eventsPerConnection; i++) {
                out.write(frame.with(numbers.incrementAndGet()));
            }
            out.flush();
            while (true) {
                answer(in, out);
            }
        } catch (EOFException e) {
            // the connector has left
        } catch (IOException e) {
            if (!listening.isClosed()) {
                System.err.println("flood server: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(DataInputStream in, OutputStream out) throws IOException {
        int length = in.readInt();
        byte[] request =
                ByteBuffer.allocate(Integer.BYTES + length).putInt(length).array();
        in.readFully(request, Integer.BYTES, length);
        Message message = Tkv.decode(request);
        int kind =
                switch (message.number()) {
                    case TServerMessage.REQUEST_REGISTER_CLIENT -> TServerMessage.EVENT_LINK_CONNECTED;
                    case TServerMessage.REQUEST_REGISTER_ADDRESS -> TServerMessage.EVENT_REGISTERED;
                    case TServerMessage.REQUEST_START_CALL_MONITORING -> TServerMessage.EVENT_ACK;
                    default -> TServerMessage.EVENT_SERVER_INFO;
                };
        out.write(Tkv.encode(Message.of(kind)
                .with(TServerAttribute.REFERENCE_ID, message.integer(TServerAttribute.REFERENCE_ID))
                .with(TServerAttribute.THIS_DN, message.text(TServerAttribute.THIS_DN))
                .with(TServerAttribute.SERVER_ROLE, 0)
                .with(TServerAttribute.TIME_IN_SECS, NumberedFrame.START_TIME)
                .with(TServerAttribute.TIME_IN_U_SECS, 0)
                .with(TServerAttribute.SERVER_START_TIME, NumberedFrame.START_TIME)
                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, numbers.incrementAndGet())
                .build()));
        out.flush();
        return message.number();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
