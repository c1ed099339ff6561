package org.engageconnector.processors.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Drives a pacer on virtual time against a server that answers after a while, and keeps what happened. */
final class PacerRun {

    static final long MILLI = 1_000_000L;
    static final long SECOND = 1000 * MILLI;

    /** How the server treats one request. */
    record Answer(long transitNanos, long totalNanos, int status, Map<String, String> headers) {
        static Answer ok(long totalMillis) {
            return new Answer(totalMillis * MILLI / 2, totalMillis * MILLI, 200, Map.of());
        }
    }

    private record Open(String path, long sentAt, long answeredAt, Answer answer) {}

    long now;
    final Pacer pacer;
    final List<Long> sent = new ArrayList<>();
    final List<Long> arrived = new ArrayList<>();
    final Map<String, List<Long>> sentByPath = new TreeMap<>();
    private final PriorityQueue<Open> open = new PriorityQueue<>(Comparator.comparingLong(Open::answeredAt));

    PacerRun(double share, int ceiling, Map<String, Double> shares, long start, double random) {
        now = start;
        pacer = new Pacer(share, shares, () -> now, () -> random);
        pacer.ceiling(ceiling);
    }

    /** Sends as fast as the pacer lets, from now on for a while, over the given paths in turn. */
    void backlog(long seconds, int maxInFlight, List<String> paths, LongFunction<Answer> server) {
        long end = now + seconds * SECOND;
        Map<String, Integer> asked = new HashMap<>();
        while (now < end) {
            while (!open.isEmpty() && open.peek().answeredAt <= now) {
                answer(open.poll());
            }
            long wait = Long.MAX_VALUE;
            for (String path : paths) {
                if (open.size() >= maxInFlight) {
                    break;
                }
                long pathWait = pacer.tryAcquire(path);
                asked.merge(path, 1, Integer::sum);
                if (pathWait == 0) {
                    send(path, server.apply(now));
                }
                wait = Math.min(wait, pathWait == 0 ? 1 : pathWait);
            }
            long next = open.isEmpty() ? end : Math.min(end, open.peek().answeredAt);
            now = wait == Long.MAX_VALUE ? next : Math.min(next, now + wait);
        }
    }

    /** Lets time pass without sending; answers still come in. */
    void idle(long seconds) {
        long end = now + seconds * SECOND;
        while (!open.isEmpty() && open.peek().answeredAt <= end) {
            now = open.peek().answeredAt;
            answer(open.poll());
        }
        now = end;
    }

    private void send(String path, Answer answer) {
        sent.add(now);
        arrived.add(now + answer.transitNanos);
        sentByPath.computeIfAbsent(path, name -> new ArrayList<>()).add(now);
        open.add(new Open(path, now, now + answer.totalNanos, answer));
    }

    private void answer(Open request) {
        RateLimit limit = RateLimit.of(request.answer.headers, Instant.ofEpochSecond(now / SECOND));
        pacer.learn(limit, request.sentAt);
        if (request.answer.status == 429) {
            pacer.refused(limit);
        }
        pacer.finished(request.path);
    }

    /** The most of the given times in any 60 s. */
    static int mostInAMinute(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= 60 * SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
