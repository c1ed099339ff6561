package org.engageconnector.standin;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * A network that a test plays, in classes that both sides know: a function of {@code host:port} and of what we want to hear
 * ({@code opened}: Runnable, {@code bytes}: Consumer of bytes, {@code closed}: Consumer of Throwable), which gives what we can
 * do ({@code send}: Consumer of bytes, {@code close}: Runnable).
 */
final class Memory implements Network {

    /** The key in the system's properties. */
    static final String KEY = "stand-in.network";

    private final BiFunction<String, Map<String, Object>, Map<String, Object>> network;

    @SuppressWarnings("unchecked")
    Memory(Object network) {
        this.network = (BiFunction<String, Map<String, Object>, Map<String, Object>>) network;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Link connect(String host, int port, SSLContext tls, long timeoutMillis, Ends ends) {
        Runnable opened = ends::opened;
        Consumer<byte[]> bytes = ends::bytes;
        Consumer<Throwable> closed = ends::closed;
        Map<String, Object> link =
                network.apply(host + ":" + port, Map.of("opened", opened, "bytes", bytes, "closed", closed));
        return new Link() {
            @Override
            public void send(byte[] frame) {
                ((Consumer<byte[]>) link.get("send")).accept(frame);
            }

            @Override
            public void close() {
                ((Runnable) link.get("close")).run();
            }
        };
    }
}
