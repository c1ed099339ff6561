package org.engageconnector.robustness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The network between one instance and one server: passes bytes on, until it is told not to. Threads: one that accepts, two for
 * every connection; all of them daemons.
 */
final class Link implements AutoCloseable {

    private static final int CHUNK = 16_384;

    private final String name;
    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final Deque<Integer> resetAfter = new ConcurrentLinkedDeque<>();
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong slowed = new AtomicLong();
    private volatile boolean cut;
    private volatile long pauseMillis;

    /** @param target {@code host:port} */
    Link(String name, String target) throws IOException {
        this.name = name;
        int colon = target.lastIndexOf(':');
        this.target = new InetSocketAddress(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** Nothing passes any more, and nobody is told: connections stay, new ones are taken and lead nowhere. False ends it. */
    void cut(boolean on) {
        cut = on;
        if (!on) {
            // what waited too long is of no use to either side
            reset();
        }
    }

    /** Whatever is read is passed on in small pieces, each so many milliseconds after the one before; 0 ends it. */
    void slow(long millisPerPiece) {
        pauseMillis = millisPerPiece;
    }

    /** Closes every connection with a reset, to both sides. */
    void reset() {
        pairs.forEach(Pair::reset);
    }

    /** The next connections are reset when the server has sent so many bytes on them, one number each. */
    void resetAfter(int... bytes) {
        for (int each : bytes) {
            resetAfter.add(each);
        }
    }

    /** Resets so far. */
    int resets() {
        return resets.get();
    }

    /** Bytes that were held back by a cut so far. */
    long held() {
        return held.get();
    }

    /** Pieces that had to wait so far. */
    long slowed() {
        return slowed.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // it is closed
        }
        pairs.forEach(Pair::reset);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Integer limit = resetAfter.poll();
                Pair pair = new Pair(client, limit == null ? Long.MAX_VALUE : limit);
                pairs.add(pair);
                daemon(pair::open);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    Pause.millis(50);
                }
            }
        }
    }

    private void daemon(Runnable task) {
        Thread thread = new Thread(task, "link-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Pair {

        private final Socket client;
        private final Socket server = new Socket();
        private final long limit;

        Pair(Socket client, long limit) {
            this.client = client;
            this.limit = limit;
        }

        void open() {
            try {
                whileCut(0);
                if (limit == 0) {
                    reset();
                    return;
                }
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                server.connect(target, 2_000);
                daemon(() -> pump(client, server, Long.MAX_VALUE));
                pump(server, client, limit);
            } catch (IOException e) {
                end(false);
            }
        }

        private void pump(Socket from, Socket to, long most) {
            byte[] bytes = new byte[CHUNK];
            long passed = 0;
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    whileCut(length);
                    if (passed + length >= most) {
                        out.write(bytes, 0, (int) (most - passed));
                        reset();
                        return;
                    }
                    passed += length;
                    write(out, bytes, length);
                }
                end(false);
            } catch (IOException e) {
                end(true);
            }
        }

        private void write(OutputStream out, byte[] bytes, int length) throws IOException {
            int piece = pauseMillis > 0 ? 256 : length;
            for (int at = 0; at < length; at += piece) {
                if (pauseMillis > 0) {
                    slowed.incrementAndGet();
                    Pause.millis(pauseMillis);
                }
                out.write(bytes, at, Math.min(piece, length - at));
            }
        }

        private void whileCut(int length) throws IOException {
            if (cut) {
                held.addAndGet(length);
            }
            while (cut && !client.isClosed()) {
                Pause.millis(50);
            }
            if (client.isClosed()) {
                throw new IOException("closed while cut");
            }
        }

        private void reset() {
            resets.incrementAndGet();
            end(true);
        }

        private void end(boolean reset) {
            pairs.remove(this);
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    if (reset) {
                        socket.setSoLinger(true, 0);
                    }
                    socket.close();
                } catch (IOException e) {
                    // it is closed
                }
            }
        }
    }
}
