package org.engageconnector.standin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Blocking sockets, a thread to read each. */
final class Sockets implements Network {

    @Override
    public Link connect(String host, int port, SSLContext tls, long timeoutMillis, Ends ends) {
        SocketLink link = new SocketLink(ends);
        link.connect(host, port, tls, timeoutMillis);
        return link;
    }

    private static final class SocketLink implements Link {

        private final Ends ends;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile Socket socket = new Socket();

        private SocketLink(Ends ends) {
            this.ends = ends;
        }

        private void connect(String host, int port, SSLContext tls, long timeoutMillis) {
            Threads.ofConnection("stand-in-reader-" + port, () -> {
                        try {
                            Socket plain = socket;
                            plain.connect(
                                    new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port), (int) timeoutMillis);
                            plain.setTcpNoDelay(true);
                            if (tls != null) {
                                SSLSocket secure =
                                        (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true);
                                secure.startHandshake();
                                socket = secure;
                            }
                            ends.opened();
                            read();
                        } catch (IOException | RuntimeException e) {
                            end(e);
                        }
                    })
                    .start();
        }

        private void read() throws IOException {
            byte[] buffer = new byte[16_384];
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                ends.bytes(Arrays.copyOf(buffer, n));
            }
            end(null);
        }

        private void end(Throwable cause) {
            if (ended.compareAndSet(false, true)) {
                shut();
                ends.closed(cause);
            }
        }

        @Override
        public void send(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                end(e);
            }
        }

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                shut();
                ends.closed(null);
            }
        }

        private void shut() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
