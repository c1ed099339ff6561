package org.engageconnector.robustness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code robustness/run}: all faults, or those that are named; exit code 0 when every verdict is good. */
public final class Robustness {

    private Robustness() {}

    public static void main(String[] arguments) throws Exception {
        List<Fault> faults = new ArrayList<>();
        int seconds = 20;
        String redis = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--list" -> {
                    Faults.all().forEach(fault -> System.out.printf("%-20s %s%n", fault.name(), fault.says()));
                    return;
                }
                case "--seconds" -> seconds = Integer.parseInt(arguments[++i]);
                case "--redis" -> redis = arguments[++i];
                default -> faults.add(named(arguments[i]));
            }
        }
        Path home =
                Path.of(System.getProperty("engage.home", ".")).toAbsolutePath().normalize();
        List<Verdict> verdicts = play(home, redis, seconds, faults.isEmpty() ? Faults.all() : faults);
        System.exit(verdicts.stream().allMatch(Verdict::good) ? 0 : 1);
    }

    private static Fault named(String name) {
        return Faults.all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + name + "; see --list"));
    }

    /** Runs the faults one after the other and prints the table as it grows. */
    static List<Verdict> play(Path home, String redis, int seconds, List<Fault> faults) throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        try (World world = new World(home, home.resolve("robustness/target/logs"), redis)) {
            world.awaitReady();
            Suite suite = new Suite(world);
            System.out.println(Verdict.head());
            for (Fault fault : faults) {
                Verdict verdict = suite.run(fault, seconds);
                System.out.println(verdict.row());
                verdict.lines().stream().limit(10).forEach(line -> System.out.println("    " + line));
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }
}
