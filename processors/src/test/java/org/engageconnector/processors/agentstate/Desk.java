package org.engageconnector.processors.agentstate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatEvent.Kind;
import org.engageconnector.processors.agentstate.AgentStateTable.Outcome;

/** One agent's desk on virtual time: says what Stat Server would say, and collects what is sent, as text. */
final class Desk {

    static final Path MAPPING = Path.of("../config/agent-state-mapping.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    final AgentStateTable table = table();
    final List<String> sent = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    final Map<String, byte[]> redis = new HashMap<>();
    final List<JournalEntry> journal = new ArrayList<>();

    /** What a standby heard too. */
    final List<StatEvent> memory = new ArrayList<>();

    AgentDirectory directory = directory(1, "user-1");
    long now;

    /** False after the owner died: what is said then, the standby alone hears. */
    boolean owned = true;

    static AgentStateTable table() {
        return new AgentStateTable(
                new AgentStateRules(MappingTableReader.read(MAPPING), status -> {}), new AgentEvents("101"));
    }

    static AgentDirectory directory(long version, String userId) {
        Map<String, String> definitions = new HashMap<>();
        for (SystemPresence presence : SystemPresence.values()) {
            definitions.put(presence.name().toLowerCase(java.util.Locale.ROOT), "definition-" + presence);
        }
        return new AgentDirectory(version, Map.of("agentA", userId), definitions, "source", Map.of("17", "LUNCH"));
    }

    /** The agent's state by name, since a second, with a call type or without. */
    Desk state(StatServerStatus status, int second, CallType... callType) {
        return stateNumber(status.number(), second, callType);
    }

    Desk stateNumber(int status, int second, CallType... callType) {
        return say(Kind.STATE, status, second, second, place(status, callType), KeyValueList.EMPTY);
    }

    private static KeyValueList place(int status, CallType... callType) {
        return callType.length == 0
                ? KeyValueList.EMPTY
                : KeyValueList.of(
                        "DnStatuses",
                        KeyValueList.of(
                                "0",
                                KeyValueList.of("DnId", "5001", "Status", status, "CallType", callType[0].ordinal())));
    }

    Desk reason(int second, int serverSecond, String value) {
        return reasonOf(8, second, serverSecond, value);
    }

    /** A reason; {@code -} for an EventInfo without pairs. */
    Desk reasonOf(int status, int second, int serverSecond, String value) {
        KeyValueList pairs = value.equals("-") ? KeyValueList.EMPTY : KeyValueList.of("ReasonCode", value);
        return say(Kind.REASON, status, second, serverSecond, KeyValueList.EMPTY, pairs);
    }

    /** EventError to a statistic of the agent. */
    Desk error(int code) {
        return say(Kind.ERROR, code, 0, 0, KeyValueList.EMPTY, KeyValueList.EMPTY);
    }

    /** The process ends and another one starts from what is in Redis, without memory. */
    Desk restart() {
        table.load(Map.copyOf(redis));
        return take(table.takeOver(List.of(), directory, now));
    }

    /** The standby takes over, with its memory. */
    Desk takeOver() {
        owned = true;
        table.load(Map.copyOf(redis));
        return take(table.takeOver(memory, directory, now));
    }

    /** Genesys Cloud refuses the last event of a kind, or an earlier one. */
    Desk refuses(String kind, int before) {
        List<JournalEntry> ofKind =
                journal.stream().filter(entry -> entry.kind().equals(kind)).toList();
        return take(table.forget(List.of(Refused.of(ofKind.get(ofKind.size() - 1 - before)))));
    }

    AgentRecord record() {
        return table.records().get("agentA");
    }

    /** What the reason's statistic says of a state that has no reasons. */
    Desk noReason(StatServerStatus status, int second) {
        return say(Kind.REASON, status.number(), second, second, KeyValueList.EMPTY, KeyValueList.EMPTY);
    }

    Desk say(Kind kind) {
        return say(kind, -1, 0, 0, KeyValueList.EMPTY, KeyValueList.EMPTY);
    }

    /** As {@link #state}, but what follows is not committed. */
    void withoutCommit(StatServerStatus status, int second, CallType callType) {
        StatEvent event = event(
                Kind.STATE, status.number(), second, second, place(status.number(), callType), KeyValueList.EMPTY);
        table.apply(List.of(event), directory, now);
    }

    /** Lets local time go on; waits that fall due end. */
    Desk passes(long millis) {
        now += millis;
        return take(table.apply(List.of(), directory, now));
    }

    private Desk say(Kind kind, int status, int time, int serverTime, KeyValueList place, KeyValueList reasons) {
        StatEvent event = event(kind, status, time, serverTime, place, reasons);
        memory.add(event);
        return owned ? take(table.apply(List.of(event), directory, now)) : this;
    }

    private StatEvent event(Kind kind, int status, int time, int serverTime, KeyValueList place, KeyValueList reasons) {
        return new StatEvent("stat:2060", "one", "agentA", kind, status, time, serverTime, "1001", place, reasons, now);
    }

    /** The eventDateTime. */
    static Instant timeOf(JournalEntry entry) {
        try {
            return Instant.parse(
                    JSON.readTree(entry.body()).get("eventDateTime").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Desk take(Outcome outcome) {
        table.commit(outcome, directory.version());
        redis.putAll(outcome.states());
        outcome.events().forEach(this::note);
        return this;
    }

    /** Everything sent so far, and forgets it. */
    List<String> sent() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    private void note(NewEntry entry) {
        journal.add(new JournalEntry("0-" + journal.size(), entry.key(), entry.kind(), entry.headers(), entry.body()));
        try {
            JsonNode event = JSON.readTree(entry.body());
            long at = Instant.parse(event.get("eventDateTime").asText()).toEpochMilli();
            String value = event.has("status")
                    ? event.get("status").asText()
                    : event.get("presenceDefinitionId").asText().substring("definition-".length());
            sent.add("%d.%03d %s".formatted(at / 1000, at % 1000, value));
            ids.add(event.get("eventId").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
