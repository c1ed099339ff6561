package org.engageconnector.app.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as bytes: what no HTTP client would send. */
final class RawHttp {

    private static final int LIMIT_MILLIS = 20_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** The whole answer to a request of that first line and those headers; a {@code Host} of our own unless given. */
    String ask(String line, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(line).append("\r\n");
        boolean host = false;
        for (String header : headers) {
            request.append(header).append("\r\n");
            host |= header.startsWith("Host:");
        }
        if (!host) {
            request.append("Host: 127.0.0.1:").append(port).append("\r\n");
        }
        return bytes(request.append("Connection: close\r\n\r\n").toString());
    }

    /** What comes back until the server closes the connection. */
    String bytes(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
