package org.engageconnector.simulators.engage.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
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

    /** Sends a message, later when the server has a delay switched on; dropped when it is silent or the
     * connection is closed. */
    public synchronized void send(Message message) {
        if (faults.silent()) {
            return;
        }
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
            // never at once, not even on the loop: what another thread sent before waits there
            channel.eventLoop().execute(() -> channel.writeAndFlush(message, channel.voidPromise()));
            return;
        }
        lastDue = Math.max(due, lastDue);
        channel.eventLoop().schedule(() -> channel.writeAndFlush(message), lastDue - now, TimeUnit.NANOSECONDS);
    }

    /** Sends a message some milliseconds later than others; what is sent meanwhile overtakes it. */
    public void send(Message message, long laterMillis) {
        if (laterMillis == 0) {
            send(message);
        } else {
            channel.eventLoop().schedule(() -> send(message), laterMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** Sends bytes as they are, whatever they are. */
    public void sendBytes(byte[] bytes) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    /** Sends the first bytes of a frame and closes: a server that dies in the middle of a word. */
    public void breakOff(byte[] begin) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(begin)).addListener(done -> channel.close());
    }

    /** Stops or goes on reading what the client sends. */
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    /** Closes with a reset: what is on its way may be lost. */
    public void reset() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        close();
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
