package org.engageconnector.app.replay.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.serverlogs.event.Oddities;

/** The summary as lines for people. */
final class SummaryText {

    private static final int MOST = 30;
    private static final List<String> WITNESSES = List.of(
            "EventCall events",
            "EventCallParty events",
            "events of virtual queues",
            "call events of extensions",
            "agent states of extensions");

    private SummaryText() {}

    static List<String> of(Summary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("Summary");
        var counts = summary.counts();
        lines.add("  logs of " + String.join(", ", summary.servers()) + "; files: " + summary.files());
        if (counts.first() <= counts.last()) {
            lines.add("  from " + Instant.ofEpochMilli(counts.first()) + " to " + Instant.ofEpochMilli(counts.last()));
        }
        lines.add("  events: " + summary.events() + ", of them said by both servers: " + summary.copies());
        lines.add("  who is who: from " + summary.from() + "; agents "
                + summary.seen().agents() + ", extensions "
                + summary.seen().count(DnKind.EXTENSION) + ", virtual queues "
                + summary.seen().count(DnKind.VIRTUAL_QUEUE) + ", route points and queues "
                + summary.seen().count(DnKind.ROUTE_POINT) + " seen");
        lines.add("  calls: " + summary.calls() + ", told to Genesys Cloud: " + summary.toldCalls());
        counts(lines, "calls never told", summary.notTold(), "");
        counts(lines, "events told", counts.toldByList(), "");
        lines.add("  legs ended by Error: " + counts.endedByError());
        counts(lines, "told because a wait ended", counts.afterWait(), "");
        counts(lines, "virtual queues that are not in the ID map (events)", counts.unmappedQueues(), "");
        counts(lines, "extensions without a user (legs)", counts.unmappedDns(), "");
        counts(
                lines,
                "attached-data keys, of which " + summary.dispositionKey()
                        + " is looked at (ex.conversations.disposition-key)",
                summary.seen().attachedKeys(),
                summary.dispositionKey());
        counts(lines, "keys whose values the log hides", summary.oddities().hiddenKeys(), summary.dispositionKey());
        lines.add("  witnesses:");
        for (String witness : WITNESSES) {
            long events = counts.witnesses().getOrDefault(witness, 0L);
            lines.add("    " + witness + ": " + (events == 0 ? "MISSING" : Long.toString(events)));
        }
        counts(lines, "events that the connector does not subscribe to", counts.withoutStream(), "");
        odd(lines, summary);
        if (!summary.leftOut().isEmpty()) {
            lines.add("  files left out: " + summary.leftOut().size());
            summary.leftOut().stream().limit(MOST).forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    private static void odd(List<String> lines, Summary summary) {
        if (!summary.counts().odd().isEmpty()) {
            lines.add("  what the rules found odd:");
            summary.counts()
                    .odd()
                    .forEach((kind, times) -> lines.add("    " + kind + ": " + times + ", for example "
                            + summary.counts().oddExample(kind)));
        }
        Map<String, Oddities.Kind> kinds = summary.oddities().kinds();
        if (!kinds.isEmpty()) {
            lines.add("  what was passed over in the files:");
            kinds.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(kind -> lines.add("    " + kind.getKey() + ": "
                            + kind.getValue().times() + ", first in "
                            + kind.getValue().file() + ", line "
                            + kind.getValue().line()));
        }
    }

    /** The most frequent first. @param always a name that is shown whatever its count */
    private static void counts(List<String> lines, String title, Map<String, Long> counts, String always) {
        if (counts.isEmpty()) {
            return;
        }
        lines.add("  " + title + ":");
        List<Map.Entry<String, Long>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int shown = 0;
        for (Map.Entry<String, Long> each : sorted) {
            if (shown < MOST || each.getKey().equals(always)) {
                lines.add("    " + each.getKey() + ": " + each.getValue());
                shown++;
            }
        }
        if (shown < sorted.size()) {
            lines.add("    and " + (sorted.size() - shown) + " more");
        }
    }
}
