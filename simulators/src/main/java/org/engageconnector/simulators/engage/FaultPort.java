package org.engageconnector.simulators.engage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Faults over HTTP on loopback: {@code GET /faults} lists them, {@code POST /faults/<server>/<fault>[?value]} makes one happen.
 */
public final class FaultPort implements AutoCloseable {

    private static final String PATH = "/faults";

    private final FaultDesk desk;
    private final HttpServer server;

    /** @param port 0 for any free port @throws IOException when the port is taken */
    public FaultPort(FaultDesk desk, int port) throws IOException {
        this.desk = desk;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.createContext(PATH, this::answer);
        server.start();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String fault = uri.getPath().substring(PATH.length()).replaceFirst("^/", "");
        int status = 200;
        String text = "done\n";
        if (exchange.getRequestMethod().equals("GET")) {
            text = String.join("\n", desk.names()) + "\n";
        } else {
            try {
                desk.apply(fault, uri.getQuery());
            } catch (IllegalArgumentException e) {
                status = 400;
                text = e.getMessage() + "\n";
            }
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
