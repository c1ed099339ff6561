package org.engageconnector.processors.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.engageconnector.journal.DeliveryStoppedException;
import org.engageconnector.journal.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OAuth clients of a role, each with a token and a pacer of its own (docs/delivery.md#clients). A slot is one of a client;
 * the thread that sends the request takes it with its first question, and gives it back with {@link #finished}. A client that is
 * refused is left out for a while as long as another one is not. Order is not its concern: whoever asks for slots never has two
 * requests of one key under way.
 *
 * <p>Thread-safe.
 */
public final class OAuthClients implements Throttle {

    /** More would only raise the number of requests that are under way at once. */
    public static final int MOST = 8;

    private static final Logger LOG = LoggerFactory.getLogger(OAuthClients.class);
    private static final String EVERYTHING = "";
    private static final long LEFT_OUT_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long SECOND = 1_000_000_000L;

    /** One of them. */
    private static final class Client {
        final int number;
        final Pacer pacer;
        final Tokens tokens;
        final ConcurrentMap<String, Long> leftOutUntil = new ConcurrentHashMap<>();

        Client(int number, Pacer pacer, Tokens tokens) {
            this.number = number;
            this.pacer = pacer;
            this.tokens = tokens;
        }

        boolean takes(String path, long now) {
            return !isLeftOut(EVERYTHING, now) && !isLeftOut(path, now);
        }

        private boolean isLeftOut(String what, long now) {
            Long until = leftOutUntil.get(what);
            return until != null && until - now > 0;
        }
    }

    private final List<Client> clients = new ArrayList<>();
    private final LongSupplier nanoTime;
    private final ConcurrentLinkedQueue<Client> granted = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Client> using = new ThreadLocal<>();
    private final ThreadLocal<Client> used = new ThreadLocal<>();
    private int next;

    /**
     * @param pacers one of each client
     * @param tokens in the same order
     * @param nanoTime monotonic time in nanoseconds
     */
    public OAuthClients(List<Pacer> pacers, List<Tokens> tokens, LongSupplier nanoTime) {
        if (pacers.isEmpty() || pacers.size() != tokens.size()) {
            throw new IllegalArgumentException("every OAuth client needs a pacer and a token");
        }
        for (int i = 0; i < pacers.size(); i++) {
            clients.add(new Client(i + 1, pacers.get(i), tokens.get(i)));
        }
        this.nanoTime = nanoTime;
    }

    /** One client. */
    public OAuthClients(Pacer pacer, Tokens tokens) {
        this(List.of(pacer), List.of(tokens), System::nanoTime);
    }

    @Override
    public int shares() {
        return clients.size();
    }

    @Override
    public synchronized long tryAcquire(String path) {
        long now = nanoTime.getAsLong();
        List<Client> able =
                clients.stream().filter(client -> client.takes(path, now)).toList();
        List<Client> asked = able.isEmpty() ? clients : able;
        long wait = SECOND;
        for (int i = 0; i < asked.size(); i++) {
            Client client = asked.get((next + i) % asked.size());
            long ofClient = client.pacer.tryAcquire(path);
            if (ofClient == 0) {
                next = client.number % clients.size();
                granted.add(client);
                return 0;
            }
            wait = Math.min(wait, ofClient);
        }
        return wait;
    }

    @Override
    public void finished(String path) {
        Client client = current();
        client.pacer.finished(path);
        used.set(client);
        using.remove();
    }

    /** Shared out evenly, since nobody knows which client sent what. */
    @Override
    public void usedBefore(List<Long> nanosAgo) {
        for (Client client : clients) {
            List<Long> part = new ArrayList<>();
            for (int i = client.number - 1; i < nanosAgo.size(); i += clients.size()) {
                part.add(nanosAgo.get(i));
            }
            client.pacer.usedBefore(part);
        }
    }

    /** The ceiling of the role, an even part of it for each client. */
    @Override
    public void ceiling(int requestsPerMinute) {
        int each = requestsPerMinute == 0 ? 0 : Math.max(1, requestsPerMinute / clients.size());
        clients.forEach(client -> client.pacer.ceiling(each));
    }

    /** The client whose slot this thread uses; it takes the oldest slot that nobody took yet. */
    private Client current() {
        Client client = using.get();
        if (client == null) {
            client = Optional.ofNullable(granted.poll()).orElse(clients.get(0));
            using.set(client);
        }
        return client;
    }

    /** The token of this thread's client. */
    public String bearer() throws IOException {
        Client client = current();
        try {
            return client.tokens.bearer();
        } catch (DeliveryStoppedException e) {
            if (leaveOut(client, EVERYTHING, e.getMessage())) {
                throw new IOException(
                        "OAuth client " + client.number + " of the role gets no token; another one sends");
            }
            throw e;
        }
    }

    /** The pacer of this thread's client. */
    Pacer pacer() {
        return current().pacer;
    }

    /** As {@link Pacer#learn}, for this thread's client. */
    public void learn(RateLimit limit, long sentAt) {
        current().pacer.learn(limit, sentAt);
    }

    /** As {@link Pacer#refused}, for this thread's client. */
    public void tooMany(RateLimit limit) {
        current().pacer.refused(limit);
    }

    /** As {@link Tokens#accepted}, for this thread's client. */
    public void accepted() {
        current().tokens.accepted();
    }

    /**
     * Genesys Cloud answered 401 to the last request of this thread.
     *
     * @param sentAt {@link System#nanoTime()} when it left
     * @return true when the same request may be sent again: with a new token, or by another client
     */
    public boolean unauthorized(long sentAt) {
        Client client = last();
        return !client.tokens.refused(sentAt) || leaveOut(client, EVERYTHING, "401 to a fresh token");
    }

    /**
     * Genesys Cloud answered 403 to the last request of this thread.
     *
     * @return true when another client may be allowed to
     */
    public boolean forbidden(String path) {
        return leaveOut(last(), path, "403 on " + path);
    }

    private Client last() {
        Client client = using.get();
        return client != null ? client : Optional.ofNullable(used.get()).orElse(clients.get(0));
    }

    /** Leaves a client out for a while; false when no other one is left. */
    private boolean leaveOut(Client client, String path, String why) {
        long now = nanoTime.getAsLong();
        boolean news = client.takes(path, now);
        client.leftOutUntil.put(path, now + LEFT_OUT_NANOS);
        boolean others = clients.stream().anyMatch(other -> other != client && other.takes(path, now));
        if (news && others) {
            LOG.warn("OAuth client {} of {} is left out for a minute: {}", client.number, clients.size(), why);
        }
        return others;
    }

    /** Part of the quota of all clients that was used in the last minute. */
    public double usedRatio() {
        return clients.stream()
                .mapToDouble(client -> client.pacer.usedRatio())
                .average()
                .orElse(0);
    }

    /** Why nothing can leave: no client has a token. */
    public Optional<String> problem() {
        Optional<String> problem = Optional.empty();
        for (Client client : clients) {
            problem = client.tokens.problem();
            if (problem.isEmpty()) {
                return problem;
            }
        }
        return problem;
    }

    /** For the status: what each client may not do now. */
    public Map<String, String> leftOut() {
        long now = nanoTime.getAsLong();
        Map<String, String> states = new LinkedHashMap<>();
        for (Client client : clients) {
            List<String> paths = client.leftOutUntil.keySet().stream()
                    .filter(path -> client.isLeftOut(path, now))
                    .map(path -> path.equals(EVERYTHING) ? "everything" : path)
                    .sorted()
                    .toList();
            states.put(
                    String.valueOf(client.number),
                    paths.isEmpty() ? "works" : "left out of " + String.join(", ", paths));
        }
        return states;
    }
}
