package org.engageconnector.processors.agentstate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatEvent.Kind;
import org.engageconnector.processors.idmap.AgentDirectory;

/**
 * The records of all agents, as committed, and what a batch of events makes of them. {@link #apply} works on copies; {@link
 * #commit} puts them in force once they are in Redis, and without it nothing has happened. Pure but for its own memory; used
 * by one thread at a time.
 */
final class AgentStateTable {

    /** What a batch gives: events for the journal and records for Redis, and what to put in force afterwards. */
    record Outcome(List<NewEntry> events, Map<String, byte[]> states, Map<String, AgentRecord> records) {}

    private final AgentStateRules rules;
    private final AgentEvents events;
    private final Map<String, AgentRecord> records = new HashMap<>();
    private final Set<String> awaitingReason = new HashSet<>();
    private long directoryVersion = -1;

    AgentStateTable(AgentStateRules rules, AgentEvents events) {
        this.rules = rules;
        this.events = events;
    }

    /** Forgets all and starts from committed records. */
    void load(Map<String, byte[]> states) {
        records.clear();
        awaitingReason.clear();
        directoryVersion = -1;
        Map<String, AgentRecord> loaded = new HashMap<>();
        states.forEach((employeeId, bytes) -> {
            AgentRecord record = AgentRecord.decode(bytes);
            // That was said of another connection's statistic; ours says for itself what it is.
            record.invalid = false;
            loaded.put(employeeId, record);
        });
        commit(new Outcome(List.of(), Map.of(), loaded), directoryVersion);
    }

    /** Applies what a standby remembered: what is older than the committed record is passed over. */
    Outcome takeOver(Collection<StatEvent> remembered, AgentDirectory directory, long now) {
        List<StatEvent> newer = remembered.stream()
                .filter(event -> {
                    AgentRecord record = records.get(event.employeeId());
                    return record == null || event.kind() != Kind.STATE || event.statusTime() >= record.statusTime;
                })
                .toList();
        return apply(newer, directory, now, true);
    }

    /** Applies a batch, lets waits end that are due by {@code now} (local milliseconds), and says what is to be sent. */
    Outcome apply(Collection<StatEvent> batch, AgentDirectory directory, long now) {
        return apply(batch, directory, now, false);
    }

    private Outcome apply(Collection<StatEvent> batch, AgentDirectory directory, long now, boolean lookForLeavers) {
        Map<String, AgentRecord> touched = new LinkedHashMap<>();
        List<NewEntry> out = new ArrayList<>();
        for (StatEvent event : batch) {
            AgentRecord record = touch(touched, event.employeeId());
            apply(record, event, directory.actionCodes(), now);
            out.addAll(missing(event.employeeId(), record, directory, event.arrivedAt()));
        }
        for (String employeeId : List.copyOf(awaitingReason)) {
            AgentRecord record = touch(touched, employeeId);
            long due = record.awaitsReasonUntil;
            rules.due(record, directory.actionCodes(), now);
            out.addAll(missing(employeeId, record, directory, due == 0 ? now : due));
        }
        if (lookForLeavers) {
            leavers(touched, directory, now);
        }
        if (lookForLeavers || directory.version() != directoryVersion) {
            // A user or a presence definition may have appeared: whatever could not be sent is tried again.
            for (String employeeId : allKnown(touched)) {
                AgentRecord record =
                        touched.containsKey(employeeId) ? touched.get(employeeId) : records.get(employeeId);
                if (isBehind(record)) {
                    out.addAll(missing(employeeId, touch(touched, employeeId), directory, now));
                }
            }
        }
        return outcome(out, touched);
    }

    /** Puts an outcome in force. */
    void commit(Outcome outcome, long version) {
        directoryVersion = version;
        outcome.records().forEach((employeeId, record) -> {
            records.put(employeeId, record);
            if (record.awaitsReasonUntil != 0) {
                awaitingReason.add(employeeId);
            } else {
                awaitingReason.remove(employeeId);
            }
        });
    }

    /** Counts what was sent last to an agent as unknown: it is sent again with the next thing that is said of the agent. */
    Outcome forget(Collection<String> employeeIds) {
        Map<String, AgentRecord> touched = new LinkedHashMap<>();
        for (String employeeId : employeeIds) {
            if (records.containsKey(employeeId)) {
                AgentRecord record = touch(touched, employeeId);
                record.sentPresence = null;
                record.sentRoutingStatus = null;
            }
        }
        return outcome(List.of(), touched);
    }

    /** The version of the directory that the last commit saw. */
    long directoryVersion() {
        return directoryVersion;
    }

    Map<String, AgentRecord> records() {
        return Collections.unmodifiableMap(records);
    }

    private void apply(AgentRecord record, StatEvent event, Map<String, String> codes, long now) {
        switch (event.kind()) {
            case STATE ->
                rules.state(
                        record,
                        event.status(),
                        event.statusTime(),
                        callType(event.place(), event.status()),
                        codes,
                        now);
            case REASON ->
                rules.reason(record, event.status(), event.statusTime(), event.serverTime(), event.reasons(), codes);
            case INVALID -> rules.invalid(record);
            case VALID -> rules.valid(record);
            case REMOVED -> rules.removed(record, now);
            case ERROR -> {
                // An error is the component's to retry and to show.
            }
        }
    }

    /** The CallType of the DnStatus whose Status equals the agent's, else of the first that has one; 0 when none has. */
    private static int callType(KeyValueList place, int status) {
        KeyValueList statuses = place.list("DnStatuses");
        if (statuses == null) {
            return 0;
        }
        int first = 0;
        for (KeyValueList.Pair pair : statuses.pairs()) {
            if (pair.value() instanceof KeyValueList dn && dn.integer("CallType") != null) {
                if (Integer.valueOf(status).equals(dn.integer("Status"))) {
                    return dn.integer("CallType");
                }
                first = first == 0 ? dn.integer("CallType") : first;
            }
        }
        return first;
    }

    private void leavers(Map<String, AgentRecord> touched, AgentDirectory directory, long now) {
        for (String employeeId : List.copyOf(records.keySet())) {
            if (!directory.users().containsKey(employeeId) && !records.get(employeeId).removed) {
                rules.removed(touch(touched, employeeId), now);
            }
        }
    }

    private List<NewEntry> missing(String employeeId, AgentRecord record, AgentDirectory directory, long evidenceAt) {
        String known = directory.users().getOrDefault(employeeId, "");
        String userId = known.isEmpty() ? record.userId : known;
        if (record.frozen || userId == null || directory.sourceId() == null) {
            return List.of();
        }
        record.userId = userId;
        return events.missing(
                record,
                new AgentEvents.Target(
                        employeeId,
                        userId,
                        directory.sourceId(),
                        presence -> directory.presenceDefinition(presence.name())),
                evidenceAt);
    }

    private static boolean isBehind(AgentRecord record) {
        return record.presence != null
                && (record.presence != record.sentPresence || record.routingStatus != record.sentRoutingStatus);
    }

    private Set<String> allKnown(Map<String, AgentRecord> touched) {
        Set<String> known = new HashSet<>(records.keySet());
        known.addAll(touched.keySet());
        return known;
    }

    private AgentRecord touch(Map<String, AgentRecord> touched, String employeeId) {
        return touched.computeIfAbsent(
                employeeId, id -> records.containsKey(id) ? records.get(id).copy() : new AgentRecord());
    }

    private Outcome outcome(List<NewEntry> out, Map<String, AgentRecord> touched) {
        Map<String, byte[]> states = new HashMap<>();
        touched.forEach((employeeId, record) -> {
            byte[] bytes = record.encode();
            AgentRecord before = records.get(employeeId);
            if (before == null || !Arrays.equals(before.encode(), bytes)) {
                states.put(employeeId, bytes);
            }
        });
        return new Outcome(out, states, touched);
    }
}
