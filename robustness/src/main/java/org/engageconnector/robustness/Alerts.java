package org.engageconnector.robustness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.EventChoice;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;

/** {@code robustness/run --alerts}: breaks things under a real Prometheus and waits for the alert that a person would get. */
final class Alerts {

    private static final String EVENTS = "/api/v2/events";
    private static final int QUIET_SECONDS = 15;
    private static final int ALERT_LIMIT_SECONDS = 90;

    /**
     * A fault of a run and its alert.
     *
     * @param alert its name in the rules
     * @param says what breaks
     * @param breaks breaks it
     * @param mends takes the fault away again
     */
    private record Case(String alert, String says, Act breaks, Act mends) {}

    private interface Act {
        void on(World world) throws Exception;
    }

    private Alerts() {}

    /** True when nothing fires before the faults, and each fault's alert fires. */
    static boolean play(Path home, World world) throws Exception {
        try (Player player = world.site.play(PlayOptions.of(1, 77), 0);
                PrometheusProcess prometheus =
                        new PrometheusProcess(home.resolve("docker/prometheus/alerts.yaml"), world)) {
            Pause.seconds(QUIET_SECONDS);
            Set<String> early = prometheus.firing();
            System.out.println("before any fault: " + (early.isEmpty() ? "nothing fires" : early + " fire"));
            boolean good = early.isEmpty();
            System.out.println("| alert | fault | fired after | what fires besides |");
            System.out.println("|---|---|---|---|");
            for (Case each : cases()) {
                good &= fires(world, prometheus, each);
            }
            return good;
        }
    }

    private static boolean fires(World world, PrometheusProcess prometheus, Case each) throws Exception {
        long start = System.nanoTime();
        each.breaks().on(world);
        boolean fired =
                Pause.until(ALERT_LIMIT_SECONDS, () -> prometheus.firing().contains(each.alert()));
        double seconds = (System.nanoTime() - start) / 1e9;
        Set<String> besides = new TreeSet<>(prometheus.firing());
        besides.remove(each.alert());
        each.mends().on(world);
        System.out.printf(
                "| %s | %s | %s | %s |%n",
                each.alert(),
                each.says(),
                fired ? "%.0f s".formatted(seconds) : "NOT FIRED",
                String.join(", ", besides));
        return fired;
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        engage(cases);
        genesysCloud(cases);
        cases.add(new Case(
                "PartitionWithoutOwner",
                "Redis is killed",
                world -> world.redis.kill(),
                world -> world.redis.start(true)));
        cases.add(new Case(
                "RoleDown",
                "kill -9 of an instance",
                world -> world.instances.get(1).kill(),
                World::repair));
        return cases;
    }

    private static void engage(List<Case> cases) {
        cases.add(new Case(
                "EngageFramesInvalid",
                "a SIP Server sends bytes that are no frame",
                world -> world.site.sipServers().get(0).first().listener().sendBytes(new byte[] {-1, -1, -1, -1, 0, 1}),
                world -> {}));
        cases.add(new Case(
                "AgentStatesFrozen",
                "Stat Server loses its own T-Server",
                world -> world.site.statServers().invalidate(agent(world)),
                world -> world.site.statServers().validate(agent(world))));
        cases.add(new Case(
                "EngageConnectionLost",
                "both SIP Servers of a pair stop",
                world -> {
                    SipServerPair pair = world.site.sipServers().get(0);
                    pair.stop(pair.first());
                    pair.stop(pair.second());
                },
                world -> {
                    SipServerPair pair = world.site.sipServers().get(0);
                    pair.start(pair.first());
                    pair.start(pair.second());
                }));
    }

    private static String agent(World world) {
        return world.site.content().agents().get(0).employeeId();
    }

    private static void genesysCloud(List<Case> cases) {
        cases.add(answers(
                "DeadLetters",
                "an event is refused for good",
                Fault.events(Kind.POISON_EVENTS, EVENTS, EventChoice.ALL, 1)));
        cases.add(answers("QuotaExceeded", "one answer is 429", CloudFaults.status(429, 1)));
        cases.add(answers("GenesysCloudUnwell", "answers are 503", CloudFaults.status(503, 0)));
        cases.add(answers(
                "GenesysCloudRefusesUs",
                "a permission is taken away",
                Fault.missingPermission("conversation:conversation:inject")));
    }

    private static Case answers(String alert, String says, Fault fault) {
        return new Case(alert, says, world -> world.cloud.addFault(fault), world -> world.cloud.clearFaults());
    }
}
