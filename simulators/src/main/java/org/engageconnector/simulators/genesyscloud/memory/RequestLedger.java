package org.engageconnector.simulators.genesyscloud.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests in the order they were answered, the last {@code most} of them, and counters of all. Guarded by the simulator's lock. */
public final class RequestLedger {

    private final int most;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final Map<String, Map<Integer, Long>> byPath = new TreeMap<>();
    private final Map<String, Long> byClient = new TreeMap<>();
    private final Map<String, Integer> mostInAMinute = new TreeMap<>();
    private final Map<String, Integer> mostOfferedInAMinute = new TreeMap<>();
    private long total;

    public RequestLedger(int most) {
        this.most = most;
    }

    public void add(RecordedRequest request) {
        total++;
        requests.addLast(request);
        if (requests.size() > most) {
            requests.removeFirst();
        }
        byPath.computeIfAbsent(request.method() + " " + request.path(), name -> new TreeMap<>())
                .merge(request.status(), 1L, Long::sum);
        if (!request.client().isEmpty()) {
            byClient.merge(request.client(), 1L, Long::sum);
            mostInAMinute.merge(request.client(), request.inWindow(), Math::max);
            mostOfferedInAMinute.merge(request.client(), request.offered(), Math::max);
        }
    }

    /** Remembered requests, oldest first. */
    public List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /** All requests since the start. */
    public long total() {
        return total;
    }

    /** Requests that were answered with that status since the start. */
    public long withStatus(int status) {
        return byPath.values().stream()
                .mapToLong(statuses -> statuses.getOrDefault(status, 0L))
                .sum();
    }

    /** By method and path, then status. */
    public Map<String, Map<Integer, Long>> byPath() {
        return byPath;
    }

    /** By name of the OAuth client. */
    public Map<String, Long> byClient() {
        return byClient;
    }

    /** The most admitted requests in any sliding 60 s on one token, by name of its OAuth client. */
    public Map<String, Integer> mostInAMinute() {
        return mostInAMinute;
    }

    /** The same with those that were refused with 429: what the client would have sent without a quota. */
    public Map<String, Integer> mostOfferedInAMinute() {
        return mostOfferedInAMinute;
    }
}
