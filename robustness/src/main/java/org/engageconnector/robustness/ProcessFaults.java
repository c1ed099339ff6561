package org.engageconnector.robustness;

import java.io.IOException;
import java.util.List;

/** Processes of the connector that are killed, frozen and stopped. */
final class ProcessFaults {

    private static final String TAKEN_OVER = "Delivering (conversation|agent-state)-events";

    private ProcessFaults() {}

    static void addTo(List<Fault> faults) {
        faults.add(new Fault(
                "freeze-owner", "SIGSTOP of the deliverer for 15 s, longer than its lease", true, 17, scene -> {
                    ConnectorProcess owner = scene.world.deliverer(World.CALLS);
                    return frozen(scene, owner, 0);
                }));
        faults.add(new Fault(
                "freeze-in-flight",
                "the same while its requests are under way: it wakes with answers",
                true,
                17,
                scene -> {
                    ConnectorProcess owner = scene.world.deliverer(World.CALLS);
                    return frozen(scene, owner, 2);
                }));
        faults.add(new Fault("kill-both", "kill -9 of both instances, started again at once", true, 4, scene -> {
            StringBuilder pids = new StringBuilder();
            for (ConnectorProcess each : scene.world.instances) {
                scene.nobodyIsThere();
                pids.append("pid ")
                        .append(each.pid())
                        .append(" ended with ")
                        .append(each.kill())
                        .append(", ");
            }
            scene.world.repair();
            scene.mended();
            // calls go on until there is somebody to hear them, however long two JVMs take
            Pause.until(120, scene.world::ready);
            Pause.seconds(8);
            return end -> pids + end.logged(TAKEN_OVER);
        }));
        faults.add(new Fault(
                "kill-owner", "kill -9 of the instance that delivers conversation events", true, 4, scene -> {
                    String killed = kill(scene.world.deliverer(World.CALLS));
                    return end -> killed + ", " + end.logged("Delivering conversation-events");
                }));
        faults.add(new Fault(
                "kill-in-flight", "the same while Genesys Cloud has accepted and not yet answered", true, 4, scene -> {
                    ConnectorProcess owner = scene.world.deliverer(World.CALLS);
                    slowAnswers(scene, 2);
                    String killed = kill(owner) + " with " + scene.hits() + " requests under way";
                    return end -> killed + ", " + end.logged("Delivering conversation-events .*[1-9] requests were");
                }));
        faults.add(new Fault(
                "kill-agent-states", "kill -9 of the instance that delivers agent states", true, 4, scene -> {
                    String killed = kill(scene.world.deliverer(World.STATES));
                    return end -> killed + ", " + end.logged("Delivering agent-state-events");
                }));
        faults.add(new Fault("kill-standby", "kill -9 of the instance that does not deliver", true, 4, scene -> {
            String killed = kill(scene.world.other(scene.world.deliverer(World.CALLS)));
            return end -> killed;
        }));
        faults.add(new Fault("planned-stop", "SIGTERM of the deliverer", false, 4, scene -> {
            ConnectorProcess owner = scene.world.deliverer(World.CALLS);
            long pid = owner.pid();
            owner.terminate();
            owner.awaitEnd();
            return end -> "pid " + pid + " was stopped, " + end.logged("Delivering conversation-events");
        }));
    }

    private static String kill(ConnectorProcess process) {
        long pid = process.pid();
        return process.instance() + ", pid " + pid + ", ended with " + process.kill();
    }

    /** Answers come late from now on, until so many requests wait for theirs. */
    private static void slowAnswers(Scene scene, int requests) {
        scene.hit(CloudFaults.lateAnswers(3_000, requests), requests, 10);
    }

    private static Fault.Proof frozen(Scene scene, ConnectorProcess owner, int inFlight) throws IOException {
        if (inFlight > 0) {
            slowAnswers(scene, inFlight);
        }
        long pid = owner.pid();
        owner.freeze();
        Pause.seconds(15);
        owner.thaw();
        return end -> owner.instance() + ", pid " + pid + ", stood still for 15 s, "
                + end.logged("Delivering conversation-events .*" + (inFlight > 0 ? "[1-9] requests were" : ""));
    }
}
