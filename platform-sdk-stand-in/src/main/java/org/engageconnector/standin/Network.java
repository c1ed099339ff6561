package org.engageconnector.standin;

import javax.net.ssl.SSLContext;

/** How bytes travel. */
public interface Network {

    /** Hears of one connection. */
    interface Ends {

        void opened();

        void bytes(byte[] bytes);

        /** Once. {@code cause} is {@code null} when the other side closed. */
        void closed(Throwable cause);
    }

    /** One connection. */
    interface Link {

        void send(byte[] bytes);

        void close();
    }

    Link connect(String host, int port, SSLContext tls, long timeoutMillis, Ends ends);

    /** Sockets, or what a test has put into the system's properties. */
    static Network present() {
        Object memory = System.getProperties().get(Memory.KEY);
        return memory == null ? new Sockets() : new Memory(memory);
    }
}
