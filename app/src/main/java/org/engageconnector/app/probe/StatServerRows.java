package org.engageconnector.app.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was assumed of Stat Servers, and what the tally says of it. */
final class StatServerRows {

    private final Tally tally;
    private final List<Row> rows = new ArrayList<>();

    private StatServerRows(Tally tally) {
        this.tally = tally;
    }

    static List<Row> of(Tally tally) {
        StatServerRows made = new StatServerRows(tally);
        made.all();
        return made.rows;
    }

    private void add(String topic, String assumed, String beginning, Set<String> fine, String next) {
        Map<String, Long> seen = tally.below(beginning);
        rows.add(Row.of(
                topic, assumed, !seen.isEmpty(), fine.containsAll(seen.keySet()), TServerRows.words(seen), next));
    }

    private void all() {
        Map<String, Long> modes = tally.below("s.mode.");
        rows.add(Row.of(
                "EventServerMode",
                "comes after the registration: 1 from the primary, 0 from the backup",
                tally.sum("s.opened.") > 0,
                modes.keySet().stream().anyMatch(word -> word.endsWith(".1"))
                        && modes.keySet().stream().noneMatch(word -> word.endsWith("null")),
                TServerRows.words(modes) + "; ended before it " + tally.sum("s.closed.primary.before welcome"),
                "a member that says nothing for a second counts as primary; set one member only if both do"));
        add(
                "references of statistics",
                "EventInfo carries the ReferenceId of its statistic",
                "s.reference.",
                Set.of("kept"),
                "states cannot be told apart; send this report");
        add(
                "state numbers",
                "they are those of docs/agent-states.md",
                "s.status.",
                Set.of("known"),
                "give the number a row in config/agent-state-mapping.yaml");
        add(
                "time of a state",
                "EventInfo says since when",
                "s.status-time.",
                Set.of("present"),
                "the time of arrival counts");
        add(
                "time of the server",
                "EventInfo says when it was said",
                "s.server-time.",
                Set.of("present"),
                "reasons that change within a state take the state's time");
        Map<String, Long> reasons = tally.below("s.reasons.");
        rows.add(Row.of(
                "reasons",
                "the reason's statistic tells them while an agent is not ready; some are not ready without one",
                !reasons.isEmpty(),
                reasons.containsKey("present"),
                TServerRows.words(reasons),
                "set ex.stat-server.reason-type to a statistic of category CurrentStateReasons; else all are Busy"));
        add("place", "EventInfo tells the agent's place", "s.place.", Set.of("present", "absent"), "");
        add(
                "call type of a DN",
                "a DN with a call tells its type",
                "s.call-type.",
                Set.of("present"),
                "an agent whose inbound call rings or is held is Communicating, not Interacting, until it is answered");
        Map<String, Long> errors = tally.below("s.error.");
        rows.add(Row.of(
                "errors of statistics",
                "none: both statistic types and every agent are known",
                tally.sum("m.stat.") > 0,
                errors.isEmpty(),
                errors.isEmpty() ? "none" : TServerRows.words(errors),
                "ask for the statistic types of ex.stat-server.state-type and .reason-type to be made"));
        add(
                "closing",
                "EventStatisticClosed carries the reference of the open",
                "s.closed-with.",
                Set.of("the open's reference"),
                "both are taken");
        rows.add(Row.of(
                "sign of life",
                "RequestPing is answered, by the SDK itself where that is the transport",
                tally.sum("s.opened.") > 0,
                tally.of("s.pong") > 0,
                tally.of("s.pong") + " answers",
                "a dead server is noticed by ADDP: keep ex.engage.platform-sdk.addp on"));
    }
}
