package org.engageconnector.benchmarks.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The naive partner: each event a request of its own, eight at a time; a 429 is obeyed for as long as it says, then repeated. */
final class OneEventPerRequest implements BacklogSender {

    private static final int THREADS = 8;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong number = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final URI address;
    private volatile boolean closed;

    OneEventPerRequest(String url) {
        address = URI.create(url + "/api/v2/events/conversations");
    }

    @Override
    public void start() {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::send, "one-event-per-request-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void send() {
        try {
            while (!closed) {
                deliver(DrainEvents.request(List.of(DrainEvents.json(number.getAndIncrement()))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        while (!closed) {
            try {
                HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
                TimeUnit.SECONDS.sleep(
                        answer.headers().firstValueAsLong("Retry-After").orElse(1));
            } catch (IOException e) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
