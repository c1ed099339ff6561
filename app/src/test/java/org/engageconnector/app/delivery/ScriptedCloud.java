package org.engageconnector.app.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An HTTP server that answers as its test says, and keeps what it was asked. */
final class ScriptedCloud implements AutoCloseable {

    /** One event as it arrived. */
    record Event(String list, String id, String conversation, JsonNode json) {}

    record Asked(String path, List<Event> events, String authorization, long nanos) {}

    record Reply(int status, Map<String, String> headers, String body) {
        static final Reply ACCEPTED = new Reply(200, Map.of(), "{\"errors\":[]}");

        static Reply of(int status) {
            return new Reply(status, Map.of(), "{\"message\":\"said so\",\"code\":\"test\",\"status\":" + status + "}");
        }

        static Reply error(String eventId, boolean retryable) {
            return new Reply(200, Map.of(), "{\"errors\":[" + errorJson(eventId, retryable) + "]}");
        }

        static String errorJson(String eventId, boolean retryable) {
            return "{\"eventId\":\"" + eventId + "\",\"message\":\"no good\",\"retryable\":" + retryable + "}";
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Asked> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();
    volatile Function<Asked, Reply> script = asked -> Reply.ACCEPTED;
    volatile Function<Integer, Reply> login =
            number -> new Reply(200, Map.of(), "{\"access_token\":\"token-" + number + "\",\"expires_in\":86400}");
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    ScriptedCloud() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/oauth/token", exchange -> {
            exchange.getRequestBody().readAllBytes();
            reply(exchange, login.apply(tokens.incrementAndGet()));
        });
        server.createContext("/api/v2/events", this::events);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Ids of all events in the order of their arrival, repeats included. */
    List<String> ids() {
        return requests.stream()
                .flatMap(asked -> asked.events.stream())
                .map(Event::id)
                .toList();
    }

    private void events(HttpExchange exchange) throws IOException {
        JsonNode batch;
        try {
            batch = JSON.readTree(exchange.getRequestBody().readAllBytes());
        } catch (JsonProcessingException e) {
            reply(exchange, Reply.of(400));
            return;
        }
        List<Event> events = new ArrayList<>();
        batch.properties()
                .forEach(list -> list.getValue()
                        .forEach(event -> events.add(new Event(
                                list.getKey(),
                                event.path("eventId").asText(),
                                event.path("conversationId")
                                        .asText(event.path("userId")
                                                .asText(event.path("agentId").asText())),
                                event))));
        Asked asked = new Asked(
                exchange.getRequestURI().getPath(),
                events,
                exchange.getRequestHeaders().getFirst("Authorization"),
                System.nanoTime());
        requests.add(asked);
        reply(exchange, script.apply(asked));
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("ININ-Correlation-Id", "corr-1");
        reply.headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
