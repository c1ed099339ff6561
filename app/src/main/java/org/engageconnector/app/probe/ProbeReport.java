package org.engageconnector.app.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a probe found, as a page to read and to send back.
 *
 * @param transport of the settings
 * @param watched how many DNs and agents were asked for
 * @param sdk what was found of the Platform SDK; empty with another transport
 * @param messages how many of each message came, by connection
 * @param attributes which attributes each message had, with their types
 */
public record ProbeReport(
        Instant at,
        Duration time,
        String transport,
        String watched,
        List<String> sdk,
        List<Row> rows,
        Map<String, Long> messages,
        Map<String, Long> attributes) {

    /** How many assumptions do not hold here. */
    public long differing() {
        return rows.stream().filter(row -> row.verdict() == Row.Verdict.DIFFERS).count();
    }

    /** How many of them nothing was seen of. */
    public long notSeen() {
        return rows.stream()
                .filter(row -> row.verdict() == Row.Verdict.NOT_SEEN)
                .count();
    }

    /** The topics of which nothing was seen. */
    public List<String> notSeenTopics() {
        return rows.stream()
                .filter(row -> row.verdict() == Row.Verdict.NOT_SEEN)
                .map(Row::topic)
                .toList();
    }

    /** The table alone: one line per assumption, one more where it differs. */
    public String table() {
        return rows.stream().map(ProbeReport::line).collect(Collectors.joining("\n"));
    }

    private static String line(Row row) {
        String line = "%-12s %-30s %s".formatted(row.verdict().words(), row.topic(), row.seen());
        return row.verdict() == Row.Verdict.DIFFERS
                ? line + "\n" + " ".repeat(13) + "assumed: " + row.assumed() + "\n" + " ".repeat(13) + "next:    "
                        + row.next()
                : line;
    }

    /** The whole page, in Markdown. No value of anybody is in it. */
    public String page() {
        StringBuilder page = new StringBuilder();
        page.append("# What this site's Engage servers do\n\n");
        page.append(
                "Names, types, counts, orders and times only: no number, name, address or attached value of anybody.\n\n");
        page.append("- at ")
                .append(at)
                .append(", for ")
                .append(time.toSeconds())
                .append(" s\n");
        page.append("- transport ").append(transport).append('\n');
        page.append("- watched: ").append(watched).append('\n');
        sdk.forEach(line -> page.append("- ").append(line).append('\n'));
        page.append(
                "\n## Assumptions\n\n| verdict | topic | assumed | seen | what to set if it differs |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            page.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(row.verdict().words(), row.topic(), row.assumed(), row.seen(), row.next()));
        }
        page.append("\n## Messages\n\n");
        messages.forEach((name, count) ->
                page.append("- ").append(name).append(": ").append(count).append('\n'));
        page.append("\n## Attributes and their types\n\n");
        attributes.forEach((name, count) ->
                page.append("- ").append(name).append(": ").append(count).append('\n'));
        return page.toString();
    }
}
