package org.engageconnector.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** How a demo ended; the JSON form is public interface (docs/operations.md). */
record DemoReport(
        int agents,
        long seconds,
        Calls calls,
        Tally conversationEvents,
        Tally agentStateEvents,
        ConfigSync configSync,
        Requests requests,
        Map<String, Delay> delayMillis) {

    record Calls(int started, int ended) {}

    record ConfigSync(long users, long queues, long skills, long wrapUpCodes, long members, long requests) {}

    record Requests(long sent, long answered429, double quotaUsed) {}

    /** True when no conversation or agent state event was lost or rejected. */
    boolean good() {
        return List.of(conversationEvents, agentStateEvents).stream()
                .allMatch(tally -> tally.lost() == 0 && tally.rejected() == 0);
    }

    String json() {
        try {
            return new ObjectMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%n%d agents, %d calls in %d s; synced %d users, %d queues, %d skills, %d wrap-up codes, %d members%n%n",
                agents,
                calls.ended(),
                seconds,
                configSync.users(),
                configSync.queues(),
                configSync.skills(),
                configSync.wrapUpCodes(),
                configSync.members()));
        text.append(String.format(
                "%-22s %9s %9s %9s %9s %9s %12s%n",
                "", "expected", "accepted", "rejected", "lost", "repeated", "out of order"));
        row(text, "conversation events", conversationEvents);
        row(text, "agent state events", agentStateEvents);
        text.append(String.format("%n%-32s %9s%n", "accepted by type", ""));
        conversationEvents.byType().forEach((type, count) -> text.append(String.format("  %-30s %9d%n", type, count)));
        agentStateEvents.byType().forEach((type, count) -> text.append(String.format("  %-30s %9d%n", type, count)));
        text.append(String.format("%n%-22s %9s %9s %9s%n", "delay, milliseconds", "p50", "p99", "max"));
        delayMillis.forEach((kind, delay) ->
                text.append(String.format("%-22s %9d %9d %9d%n", kind, delay.p50(), delay.p99(), delay.max())));
        text.append(String.format(
                "%n%d requests, %d answered 429, at most %.0f %% of a token's quota in any minute%n",
                requests.sent(), requests.answered429(), requests.quotaUsed() * 100));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, Tally tally) {
        text.append(String.format(
                "%-22s %9d %9d %9d %9d %9d %12d%n",
                name,
                tally.expected(),
                tally.accepted(),
                tally.rejected(),
                tally.lost(),
                tally.duplicated(),
                tally.outOfOrder()));
    }
}
