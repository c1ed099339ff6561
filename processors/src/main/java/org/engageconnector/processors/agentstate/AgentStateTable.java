package org.engageconnector.processors.agentstate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.message.StatEvent;

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

    /** Forgets all and starts from committed records; one that cannot be read starts anew and stops nobody else. */
    void load(Map<String, byte[]> states) {
        records.clear();
        awaitingReason.clear();
        directoryVersion = -1;
        Map<String, AgentRecord> loaded = new HashMap<>();
        states.forEach((employeeId, bytes) -> {
            AgentRecord record = AgentRecord.restore(bytes);
            // Invalid was said to another connection; if it still is, ours will be told, or was.
            record.invalid = false;
            loaded.put(employeeId, record);
        });
        commit(new Outcome(List.of(), Map.of(), loaded), directoryVersion);
    }

    /** Applies what a standby remembered: what the committed records know already is passed over. */
    Outcome takeOver(Collection<StatEvent> remembered, AgentDirectory directory, long now) {
        Changes changes = new Changes(directory, now);
        Map<String, List<StatEvent>> byAgent = remembered.stream()
                .collect(Collectors.groupingBy(StatEvent::employeeId, LinkedHashMap::new, Collectors.toList()));
        byAgent.forEach((employeeId, heard) -> {
            BitSet newer = Takeover.newer(heard, records.getOrDefault(employeeId, new AgentRecord()));
            for (int i = 0; i < heard.size(); i++) {
                if (newer.get(i)) {
                    changes.apply(heard.get(i));
                } else {
                    changes.touch(employeeId).heard();
                }
            }
        });
        changes.leavers();
        changes.endWaits();
        changes.catchUp();
        return changes.outcome();
    }

    /** Applies a batch, lets waits end that are due by {@code now} (local milliseconds), and says what is to be sent. */
    Outcome apply(Collection<StatEvent> batch, AgentDirectory directory, long now) {
        Changes changes = new Changes(directory, now);
        batch.forEach(changes::apply);
        changes.endWaits();
        if (directory.version() != directoryVersion) {
            changes.catchUp();
        }
        return changes.outcome();
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

    /**
     * Counts what was sent last to an agent as unknown when it is among these: it is sent again with the next thing that is
     * said of the agent. A refusal of an older event changes nothing, a later one has taken its place.
     */
    Outcome forget(Collection<Refused> refusals) {
        Changes changes = new Changes(AgentDirectory.EMPTY, 0);
        for (Refused refused : refusals) {
            if (records.containsKey(refused.employeeId())) {
                refused.forget(changes.touch(refused.employeeId()));
            }
        }
        return changes.outcome();
    }

    /** The version of the directory that the last commit saw. */
    long directoryVersion() {
        return directoryVersion;
    }

    Map<String, AgentRecord> records() {
        return Collections.unmodifiableMap(records);
    }

    /** What one batch changes: copies of the records it touches, and the events that follow. */
    private final class Changes {
        private final Map<String, AgentRecord> touched = new LinkedHashMap<>();
        private final List<NewEntry> out = new ArrayList<>();
        private final AgentDirectory directory;
        private final long now;

        private Changes(AgentDirectory directory, long now) {
            this.directory = directory;
            this.now = now;
        }

        private AgentRecord touch(String employeeId) {
            return touched.computeIfAbsent(
                    employeeId, id -> records.containsKey(id) ? records.get(id).copy() : new AgentRecord());
        }

        private AgentRecord present(String employeeId) {
            return touched.containsKey(employeeId) ? touched.get(employeeId) : records.get(employeeId);
        }

        private void apply(StatEvent event) {
            AgentRecord record = touch(event.employeeId());
            if (record.invalid && (event.kind() == StatEvent.Kind.STATE || event.kind() == StatEvent.Kind.REASON)) {
                // Frozen: kept, it would be sent as a state of its own once the next EventInfo waits for its reason.
                return;
            }
            switch (event.kind()) {
                case STATE -> state(record, event);
                case REASON -> {
                    record.heard();
                    rules.reason(record, event, directory.actionCodes());
                }
                case INVALID -> {
                    record.invalid = true;
                    record.frozen = true;
                }
                case VALID -> record.invalid = false;
                case ERROR -> record.error = event.status();
                case REMOVED -> rules.removed(record, now);
            }
            send(event.employeeId(), event.arrivedAt());
        }

        private void state(AgentRecord record, StatEvent event) {
            if (event.status() < 0) {
                // An EventInfo without a status says nothing.
                return;
            }
            record.heard();
            if (record.awaitsReasonUntil != 0 && !rules.isPresent(record, event)) {
                // The reason does not come any more; nothing that Stat Server reported is passed over for that.
                rules.endWait(record, directory.actionCodes());
                send(event.employeeId(), event.arrivedAt());
            }
            rules.state(record, event, directory.actionCodes(), now);
        }

        private void endWaits() {
            for (String employeeId : List.copyOf(awaitingReason)) {
                AgentRecord record = touch(employeeId);
                long due = record.awaitsReasonUntil;
                if (rules.due(record, directory.actionCodes(), now)) {
                    send(employeeId, Math.min(due, now));
                }
            }
        }

        /** Who left the list while nobody looked. */
        private void leavers() {
            for (String employeeId : List.copyOf(records.keySet())) {
                boolean gone = !directory.users().containsKey(employeeId);
                if (gone && !present(employeeId).removed) {
                    rules.removed(touch(employeeId), now);
                }
            }
        }

        /**
         * A user or a presence definition may have appeared: whatever could not be sent is tried again. What was refused is
         * not, unless it would go to another user: each change of the ID map would make another dead letter.
         */
        private void catchUp() {
            Set<String> known = new HashSet<>(records.keySet());
            known.addAll(touched.keySet());
            for (String employeeId : known) {
                AgentRecord record = present(employeeId);
                String user = directory.users().getOrDefault(employeeId, "");
                boolean refused = record.refused && (user.isEmpty() || user.equals(record.userId));
                if (record.isBehind() && !refused) {
                    touch(employeeId);
                    send(employeeId, now);
                }
            }
        }

        private void send(String employeeId, long evidenceAt) {
            AgentRecord record = touched.get(employeeId);
            String known = directory.users().getOrDefault(employeeId, "");
            String userId = known.isEmpty() ? record.userId : known;
            if (userId == null || directory.sourceId() == null) {
                return;
            }
            record.userId = userId;
            out.addAll(events.missing(
                    record,
                    new AgentEvents.Target(
                            employeeId,
                            userId,
                            directory.sourceId(),
                            presence -> directory.presenceDefinition(presence.name())),
                    evidenceAt));
        }

        private Outcome outcome() {
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
}
