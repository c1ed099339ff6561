package org.engageconnector.simulators.engage.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;
import org.engageconnector.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client of a simulated server. Thread-safe; messages leave in the order of the calls of {@link #send}.
 *
 * <p>What waits for a client that does not read is bounded: beyond {@link #MAX_WAITING_BYTES} the client is cut off.
 */
public final class ClientConnection {

    /** How much may wait for a client, in bytes. */
    public static final int MAX_WAITING_BYTES = 64 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private final Channel channel;
    private final ListenerFaults faults;
    private long lastDue;

    ClientConnection(Channel channel, ListenerFaults faults) {
        this.channel = channel;
        this.faults = faults;
    }

    /** Sends a message, later when the server has a delay switched on; dropped when the connection is closed. */
    public synchronized void send(Message message) {
        if (!channel.isWritable() && channel.isActive()) {
            LOG.warn(
                    "Client {} does not read; more than {} bytes wait for it; closed",
                    channel.remoteAddress(),
                    MAX_WAITING_BYTES);
            close();
            return;
        }
        long now = System.nanoTime();
        long due = now + TimeUnit.MILLISECONDS.toNanos(faults.delayMillis());
        if (faults.delayMillis() == 0 && lastDue - now <= 0) {
            channel.writeAndFlush(message, channel.voidPromise());
            return;
        }
        lastDue = Math.max(due, lastDue);
        channel.eventLoop().schedule(() -> channel.writeAndFlush(message), lastDue - now, TimeUnit.NANOSECONDS);
    }

    /** Sends bytes as they are, whatever they are. */
    public void sendBytes(byte[] bytes) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    /** Stops or goes on reading what the client sends. */
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    /** Closes at once. */
    public void close() {
        channel.close();
    }

    /** Closes after what was sent before. */
    public synchronized void closeAfterSending() {
        long wait = Math.max(0, lastDue - System.nanoTime());
        channel.eventLoop()
                .schedule(
                        () -> channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> channel.close()),
                        wait,
                        TimeUnit.NANOSECONDS);
    }

    @Override
    public String toString() {
        return String.valueOf(channel.remoteAddress());
    }
}
