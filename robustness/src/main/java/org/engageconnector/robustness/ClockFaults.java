package org.engageconnector.robustness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.engageconnector.robustness.clock.ClockAgent;

/**
 * Wall clocks that jump: the deliverer runs under {@link ClockAgent}, which steps the time of day of all that is not the JDK,
 * while monotonic time goes on. libfaketime was tried first: under it a JVM takes minutes to start and Redis' answers time out.
 */
final class ClockFaults {

    private static final long HOUR = 3_600_000;

    private ClockFaults() {}

    static void addTo(List<Fault> faults) {
        jump(faults, "clock-forward", "the deliverer's wall clock jumps an hour ahead for 8 s", HOUR);
        jump(faults, "clock-back", "the deliverer's wall clock jumps an hour back for 8 s", -HOUR);
    }

    private static void jump(List<Fault> faults, String name, String says, long offset) {
        faults.add(new Fault(name, says, false, 10, Set.of(), ClockFaults::underTheAgent, scene -> {
            ConnectorProcess owner = scene.world.deliverer(World.CALLS);
            long pid = owner.pid();
            step(scene, offset);
            Pause.seconds(8);
            step(scene, 0);
            return end -> {
                String jumped = end.logged(" clock offset " + offset + " ");
                // the instance goes back to an honest clock
                owner.terminate();
                owner.awaitEnd();
                return jumped.isEmpty() ? "" : owner.instance() + ", pid " + pid + ": " + jumped;
            };
        }));
    }

    private static Path file(Scene scene) {
        return scene.world.logs().resolve("clock.offset");
    }

    private static void step(Scene scene, long offset) throws IOException {
        Files.writeString(file(scene), Long.toString(offset));
    }

    /** Starts the standby again under the agent and stops the owner, so that the one with the clock delivers. */
    private static void underTheAgent(Scene scene) throws IOException {
        step(scene, 0);
        ConnectorProcess owner = scene.world.deliverer(World.CALLS);
        ConnectorProcess other = scene.world.other(owner);
        other.terminate();
        other.awaitEnd();
        other.start("-javaagent:" + agent() + "=" + file(scene));
        if (!Pause.until(120, other::ready)) {
            throw new IOException("the instance with the clock did not get ready; see " + scene.world.logs());
        }
        owner.terminate();
        owner.awaitEnd();
        scene.world.repair();
        if (!Pause.until(120, scene.world::ready)) {
            throw new IOException("not every instance is ready; see " + scene.world.logs());
        }
    }

    /** A jar with nothing but a manifest: the class itself is on the class path. */
    private static Path agent() throws IOException {
        Path jar = Files.createTempFile("clock-agent", ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }
}
