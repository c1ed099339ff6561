package org.engageconnector.benchmarks.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.settings.Home;

/** The command {@code replay} in a Java machine of its own with a heap of 384 MB; says how much memory it took at its peak. */
public final class ReplayProcess {

    private static final String PEAK = "peak of resident memory, KiB: ";

    private ReplayProcess() {}

    /** @param arguments the folder with the logs, and where the report goes */
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of("."), Map.of());
        int code = new Commands(home, System.out, System.err, target -> {})
                .run(List.of("replay", "--format", "text", "--out", arguments[1], arguments[0]))
                .number();
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("0")
                .replaceAll("\\D", "");
        System.out.println(PEAK + peak);
        System.exit(code);
    }

    /** Peak of resident memory in MiB. */
    static double peak(Path logs, Path report) throws IOException, InterruptedException {
        Path output = report.resolveSibling("replay-process.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayProcess.class.getName(),
                        logs.toString(),
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.HOURS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("replay did not end well; see " + output);
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        new PrintStream(System.err, true, StandardCharsets.UTF_8).print(text);
        return Double.parseDouble(
                        text.substring(text.indexOf(PEAK) + PEAK.length()).strip())
                / 1024;
    }
}
