package org.engageconnector.benchmarks.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Accepts every event, counts requests in a sliding minute, and refuses those above the quota. */
final class QuotaServer implements AutoCloseable {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final byte[] EVENT_ID = "\"eventId\"".getBytes(StandardCharsets.US_ASCII);

    final Arrivals arrivals = new Arrivals();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Long> window = new ArrayDeque<>();
    private final int quota;
    private final long answerMillis;

    QuotaServer(int quota, long answerMillis) throws IOException {
        this.quota = quota;
        this.answerMillis = answerMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/oauth/token", exchange -> {
            exchange.getRequestBody().readAllBytes();
            reply(exchange, 200, "{\"access_token\":\"benchmark\",\"expires_in\":86400}");
        });
        server.createContext("/api/v2/events", this::take);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int count = admit(occurrences(body));
        exchange.getResponseHeaders().set("inin-ratelimit-allowed", "" + quota);
        exchange.getResponseHeaders().set("inin-ratelimit-count", "" + count);
        if (count > quota) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            reply(exchange, 429, "{}");
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(answerMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reply(exchange, 200, "{\"errors\":[]}");
    }

    /** The requests in the window with this one; above the quota when it is refused. */
    private synchronized int admit(int events) {
        long now = System.nanoTime();
        while (!window.isEmpty() && now - window.peekFirst() >= MINUTE) {
            window.pollFirst();
        }
        boolean admitted = window.size() < quota;
        arrivals.add(now, admitted, events);
        if (admitted) {
            window.addLast(now);
            return window.size();
        }
        return quota + 1;
    }

    private static int occurrences(byte[] body) {
        int found = 0;
        for (int i = 0; i + EVENT_ID.length <= body.length; i++) {
            int j = 0;
            while (j < EVENT_ID.length && body[i + j] == EVENT_ID[j]) {
                j++;
            }
            found += j == EVENT_ID.length ? 1 : 0;
        }
        return found;
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
