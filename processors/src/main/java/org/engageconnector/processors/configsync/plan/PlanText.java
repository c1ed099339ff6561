package org.engageconnector.processors.configsync.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan for people and programs: a table and a list for JSON. */
public final class PlanText {

    private static final int LABEL_WIDTH = 50;

    private PlanText() {}

    /** One map per change: object, action, engageId, label, added, removed. */
    public static List<Map<String, Object>> json(Plan plan, int limit) {
        List<Map<String, Object>> lines = new ArrayList<>();
        plan.changes().stream().limit(limit).forEach(change -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("object", change.object().word());
            line.put("action", change.action().word());
            line.put("engageId", change.key());
            line.put("label", change.label());
            line.put("added", change.added());
            line.put("removed", change.removed());
            lines.add(line);
        });
        return lines;
    }

    public static String table(Plan plan) {
        StringBuilder table = new StringBuilder(String.format(
                "%-20s %-11s %-" + LABEL_WIDTH + "s %6s %6s%n", "object", "action", "what", "added", "gone"));
        for (Change change : plan.changes()) {
            table.append(String.format(
                    "%-20s %-11s %-" + LABEL_WIDTH + "s %6d %6d%n",
                    change.object().word(),
                    change.action().word(),
                    change.label(),
                    change.added().size(),
                    change.removed().size()));
        }
        return table.toString();
    }

    /** What goes under the table: why the plan would stop, if it would, and what cannot be brought in step. */
    public static String notes(String stop, List<Problem> problems) {
        StringBuilder notes = new StringBuilder();
        if (stop != null) {
            notes.append(String.format("%nA run would wait for a confirmation: %s%n", stop));
        }
        for (Problem problem : problems) {
            notes.append(String.format("%n%s: %s; %s", problem.what(), problem.why(), problem.advice()));
        }
        return notes.append(problems.isEmpty() ? "" : System.lineSeparator()).toString();
    }

    /** How many changes of which object and action, for logs and status. */
    public static Map<String, Map<String, Integer>> counts(Plan plan) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        plan.changes()
                .forEach(change -> counts.computeIfAbsent(change.object().word(), object -> new LinkedHashMap<>())
                        .merge(change.action().word(), 1, Integer::sum));
        return counts;
    }
}
