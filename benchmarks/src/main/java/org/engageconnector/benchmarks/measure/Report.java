package org.engageconnector.benchmarks.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.engageconnector.benchmarks.site.Connector;

/** The figures for people and for machines, with the machine they were measured on. */
public final class Report {

    private Report() {}

    public static String table(List<Figure> figures) {
        StringBuilder text = new StringBuilder("| # | measure | figure | goal | met |\n|---|---|---|---|---|\n");
        for (Figure figure : figures) {
            text.append("| %s | %s | %s %s | %s | %s |%n"
                    .formatted(
                            figure.row(),
                            figure.what(),
                            number(figure.value()),
                            figure.unit(),
                            figure.goal(),
                            figure.met() == null ? "" : figure.met() ? "yes" : "**no**"));
        }
        machine()
                .forEach((name, value) ->
                        text.append("\n").append(name).append(": ").append(value));
        return text.toString();
    }

    public static String json(List<Figure> figures) throws JsonProcessingException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("machine", machine());
        report.put("figures", figures);
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 ? "%,.0f".formatted(value) : "%.3g".formatted(value);
    }

    private static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("measured", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        machine.put("processor", processor());
        machine.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        machine.put("connector flags", System.getProperty(Connector.FLAGS, "no connector in a process of its own"));
        machine.put(
                "load",
                "%.1f runnable at the end, of which one is this"
                        .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        machine.put(
                "flags", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        return machine;
    }
}
