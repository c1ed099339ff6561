package org.engageconnector.robustness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The verdicts of a run as a table for docs/robustness.md, and as JSON. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Report() {}

    static String head() {
        return "| fault | expected | accepted | lost | not promised | extra | rejected | repeated | reordered |"
                + " recovery | longest delay | good | the hit |\n" + "|---".repeat(13) + "|";
    }

    static String row(Verdict v) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s | %s | %s |",
                v.fault().name(),
                v.expected(),
                v.accepted(),
                v.lost(),
                v.notPromised(),
                v.extra(),
                v.rejected(),
                v.repeated(),
                v.reordered(),
                v.recoverySeconds(),
                v.delaySeconds(),
                v.good() ? "yes" : "NO",
                v.proof().isEmpty() ? "the fault is not shown to have hit" : v.proof());
    }

    static String markdown(List<Verdict> verdicts) {
        StringBuilder table = new StringBuilder(head());
        verdicts.forEach(verdict -> table.append('\n').append(row(verdict)));
        return table.toString();
    }

    /** One line: how many were good. */
    static String summary(List<Verdict> verdicts, String redis, long seconds) {
        long good = verdicts.stream().filter(Verdict::good).count();
        return String.format(
                Locale.ROOT,
                "Redis %s: %d of %d faults good, lost %d, reordered %d, %d min %d s",
                redis,
                good,
                verdicts.size(),
                verdicts.stream().mapToLong(Verdict::lost).sum(),
                verdicts.stream().mapToLong(Verdict::reordered).sum(),
                seconds / 60,
                seconds % 60);
    }

    static void write(Path file, List<Verdict> verdicts, String redis, long seconds) throws IOException {
        ObjectNode all = JSON.createObjectNode().put("redis", redis).put("seconds", seconds);
        all.put("good", verdicts.stream().allMatch(Verdict::good));
        var rows = all.putArray("faults");
        for (Verdict v : verdicts) {
            ObjectNode row = rows.addObject()
                    .put("fault", v.fault().name())
                    .put("says", v.fault().says())
                    .put("good", v.good())
                    .put("mayRepeat", v.fault().mayRepeat())
                    .put("expected", v.expected())
                    .put("accepted", v.accepted())
                    .put("lost", v.lost())
                    .put("notPromised", v.notPromised())
                    .put("extra", v.extra())
                    .put("rejected", v.rejected())
                    .put("repeated", v.repeated())
                    .put("repeatedOutsideTheFault", v.stray())
                    .put("reordered", v.reordered())
                    .put("recoverySeconds", v.recoverySeconds())
                    .put("longestDelaySeconds", v.delaySeconds())
                    .put("seconds", v.seconds())
                    .put("hit", v.proof());
            var lines = row.putArray("lines");
            v.lines().stream().limit(20).forEach(lines::add);
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }
}
