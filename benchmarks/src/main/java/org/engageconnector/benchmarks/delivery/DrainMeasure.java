package org.engageconnector.benchmarks.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;

/**
 * P1 to P3: a backlog is drained by the route that ships, with answers after 20 ms, 300 ms and 1 s, and by two partners. All
 * drains run at the same time, each against a server, a token and a journal of its own: they wait nearly all the time.
 *
 * <p>Allowed are as many requests as any sender can get through in the same time: 300 for each whole minute from the first
 * arrival on, its end not included. No use above 1 is possible without a request above the quota.
 */
public final class DrainMeasure implements Measure {

    private static final int QUOTA = 300;
    private static final int BATCH = 100;
    private static final long[] ANSWERS = {20, 300, 1_000};
    private static final long PROGRESS_SECONDS = 60;

    @Override
    public List<String> rows() {
        return List.of("P1", "P2", "P3");
    }

    private record Drain(String who, boolean ours, long answerMillis, QuotaServer server, BacklogSender sender) {}

    @Override
    public List<Figure> run(Options options) throws Exception {
        long minutes = options.quick() ? 2 : 10;
        List<Drain> drains = drains();
        try {
            for (Drain drain : drains) {
                drain.sender().start();
            }
            for (Drain drain : drains) {
                while (drain.server().arrivals.isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
            for (long second = 0; second < minutes * 60; second += PROGRESS_SECONDS) {
                TimeUnit.SECONDS.sleep(PROGRESS_SECONDS);
                System.err.println("  drained for " + (second + PROGRESS_SECONDS) + " of " + minutes * 60 + " s");
            }
            // a moment more, since the drains did not begin at once
            TimeUnit.SECONDS.sleep(5);
            return drains.stream()
                    .flatMap(drain -> figures(drain, minutes).stream())
                    .toList();
        } finally {
            for (Drain drain : drains) {
                drain.sender().close();
                drain.server().close();
            }
        }
    }

    private static List<Drain> drains() throws Exception {
        List<Drain> drains = new ArrayList<>();
        for (long answer : ANSWERS) {
            QuotaServer server = new QuotaServer(QUOTA, answer);
            drains.add(new Drain("", true, answer, server, new ConnectorSender(server.url(), server.arrivals::events)));
        }
        for (long answer : ANSWERS) {
            QuotaServer server = new QuotaServer(QUOTA, answer);
            drains.add(new Drain(
                    "Camel's Throttle and Aggregate: ", false, answer, server, new ThrottleAndAggregate(server.url())));
        }
        for (long answer : ANSWERS) {
            QuotaServer server = new QuotaServer(QUOTA, answer);
            drains.add(new Drain("one event a request: ", false, answer, server, new OneEventPerRequest(server.url())));
        }
        return drains;
    }

    private static List<Figure> figures(Drain drain, long minutes) {
        Arrivals arrivals = drain.server().arrivals;
        long seconds = minutes * 60;
        double sent = arrivals.admitted(seconds);
        double use = sent / (QUOTA * minutes);
        double fill = arrivals.events(seconds) / (sent * BATCH);
        double refused = arrivals.refused(seconds);
        double most = arrivals.mostInAMinute(seconds);
        String with = ", answers after " + drain.answerMillis() + " ms";
        String used = drain.who() + "quota use" + with;
        String answered = drain.who() + "429 answers" + with;
        String inAMinute = drain.who() + "most requests in any 60 s" + with;
        String filled = drain.who() + "batch fill" + with;
        if (drain.ours()) {
            return List.of(
                    Figure.atLeast("P1", used, use, "ratio", 0.98),
                    Figure.atMost("P2", answered, refused, "answers", 0),
                    Figure.atMost("P2", inAMinute, most, "requests", QUOTA),
                    Figure.atLeast("P3", filled, fill, "ratio", 0.95));
        }
        return List.of(
                Figure.plain("P1", used, use, "ratio"),
                Figure.plain("P2", answered, refused, "answers"),
                Figure.plain("P2", inAMinute, most, "requests"),
                Figure.plain("P3", filled, fill, "ratio"));
    }
}
