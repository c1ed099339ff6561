package org.engageconnector.app.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was assumed of T-Servers, and what the tally says of it. */
final class TServerRows {

    private static final String TELL = "send this report; until then what is said of it is lost";

    private final Tally tally;
    private final List<Row> rows = new ArrayList<>();

    private TServerRows(Tally tally) {
        this.tally = tally;
    }

    static List<Row> of(Tally tally) {
        TServerRows made = new TServerRows(tally);
        made.session();
        made.monitoring();
        made.stamps();
        made.registrations();
        made.calls();
        return made.rows;
    }

    private void add(String topic, String assumed, String beginning, Set<String> fine, String next) {
        Map<String, Long> seen = tally.below(beginning);
        rows.add(Row.of(topic, assumed, !seen.isEmpty(), fine.containsAll(seen.keySet()), words(seen), next));
    }

    static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }

    private void session() {
        Map<String, Long> welcome = tally.below("t.role.welcome.");
        rows.add(Row.of(
                "registration",
                "a member that accepts us says EventLinkConnected with its role",
                tally.sum("t.opened.") > 0,
                !welcome.isEmpty() && welcome.keySet().stream().noneMatch(word -> word.endsWith("absent")),
                words(welcome) + "; ended before it " + tally.sum("t.closed.primary.before welcome"),
                "a server without a role counts as primary; see ex.engage.application-name and ex.engage.password"));
        Map<String, Long> query = tally.below("t.role.query.");
        rows.add(Row.of(
                "role",
                "EventServerInfo says ServerRole 0 (primary) or 1 (backup), and one member of a pair is primary",
                !query.isEmpty(),
                query.keySet().stream().allMatch(word -> word.endsWith(".0") || word.endsWith(".1"))
                        && query.keySet().stream().anyMatch(word -> word.endsWith(".0")),
                words(query),
                "without a role both members are used; set one member only in ex.sip-servers"));
        add(
                "references",
                "an answer carries the ReferenceID of its request",
                "t.reference.",
                Set.of("kept"),
                "registrations are asked for again and again; " + TELL);
        rows.add(Row.of(
                "late EventLinkConnected",
                "on an open session it means that the link to the switch is back, and everything is asked for again",
                tally.of("t.messages") > 0,
                tally.of("t.link-connected-later") == 0,
                tally.of("t.link-connected-later") + " times in this time",
                "each makes a new resync; where the switch was not lost " + TELL));
        Map<String, Long> errors = tally.below("t.error.");
        rows.add(Row.of(
                "errors",
                "EventError 59 for a DN that the server does not know; any other number is about its request only",
                tally.of("t.messages") > 0,
                errors.keySet().stream().allMatch(word -> word.equals("register.59")),
                errors.isEmpty() ? "none" : words(errors),
                "no number ends a session; registration errors: check ex.engage.application-name and .password"));
    }

    private void monitoring() {
        boolean asked = tally.of("t.monitoring.answered") > 0 || tally.sum("t.error.monitoring.") > 0;
        rows.add(Row.of(
                "call monitoring",
                "RequestStartCallMonitoring is taken, with or without EventACK",
                asked,
                tally.sum("t.error.monitoring.") == 0,
                "EventACK " + tally.of("t.monitoring.EventACK") + ", errors " + tally.sum("t.error.monitoring.")
                        + ", the question after it was answered " + tally.of("t.monitoring.answered") + " times",
                "without it calls are told from extensions and queues only"));
        Map<String, Long> replay = tally.below("t.replay.");
        rows.add(Row.of(
                "replay",
                "each time monitoring is started running calls are told anew, all before the answer to the question that follows",
                asked,
                !replay.containsKey("after the answer"),
                replay.isEmpty() ? "no call was replayed" : words(replay),
                "raise ex.conversations.windows.confirm-after-reconnect"));
        Map<String, Long> call = tally.below("m.call.EventCall");
        rows.add(Row.of(
                "call events",
                "EventCallCreated, PartyAdded, PartyState, PartyDeleted and Deleted come",
                !call.isEmpty(),
                call.keySet().containsAll(Set.of("Created", "PartyAdded", "PartyDeleted", "Deleted")),
                words(call),
                "a longer --minutes shows more; what never comes is taken from extensions"));
    }

    private void stamps() {
        add(
                "ServerStartTime",
                "every message of a server carries it",
                "t.start-time.",
                Set.of("present"),
                "a restart is noticed by the lost connection only, and doubles by their content");
        add(
                "EventSequenceNumber",
                "every message carries it, and it rises on a connection, by more than one",
                "t.sequence.",
                Set.of("present", "rises", "by one", "by more"),
                "doubles are told apart by content; what repeats or falls is taken as another event");
        add("time", "every message carries TimeinSecs", "t.time.", Set.of("present"), "the time of arrival counts");
        long clock = tally.of("t.clock");
        rows.add(Row.of(
                "clock",
                "the server's clock and ours differ by less than 5 s",
                tally.of("t.time.present") > 0,
                clock < 5,
                "at most " + clock + " s",
                "set both by NTP: times of events are the server's"));
        Map<String, Long> mistyped = tally.below("t.mistyped.");
        rows.add(Row.of(
                "types",
                "attributes have the types of docs/protocol.md",
                tally.of("t.messages") > 0,
                mistyped.isEmpty(),
                mistyped.isEmpty() ? "all of " + tally.of("t.messages") + " messages" : words(mistyped),
                TELL));
        Map<String, Long> problems = tally.below("p.");
        rows.add(Row.of(
                "text and messages",
                "text is in ex.engage.encoding, and every message can be read",
                tally.of("t.messages") > 0,
                problems.isEmpty(),
                problems.isEmpty() ? "all of them" : words(problems),
                "utf-8: set ex.engage.encoding to the site's code page; message-unknown is ignored"));
    }

    private void registrations() {
        Map<String, Long> extension = tally.below("t.registered.extension.");
        rows.add(Row.of(
                "EventRegistered of extensions",
                "its Extensions list AgentStatus, and per call conn-n, call-uuid-n, ps-n and ct-n",
                tally.of("t.registered.extension") > 0,
                extension.containsKey("AgentStatus") && !extension.containsKey("uuid-n"),
                tally.of("t.registered.extension") + " registered; " + words(extension),
                "calls are confirmed after a reconnect by conn-n alone, or by call monitoring"));
        Map<String, Long> queue = tally.below("t.registered.vq.");
        rows.add(Row.of(
                "EventRegistered of queues",
                "it lists no calls",
                tally.of("t.registered.vq") > 0,
                !queue.containsKey("conn-n"),
                tally.of("t.registered.vq") + " registered; " + (queue.isEmpty() ? "no keys" : words(queue)),
                "good news: queue calls could be confirmed too; " + TELL));
    }

    private void calls() {
        add(
                "CallUUID of calls",
                "EventCallCreated names the call by 32 characters",
                "t.call-uuid.",
                Set.of("32 characters"),
                "a call without it is not told");
        add(
                "CallUUID of DNs",
                "events of an extension name their call by the same",
                "t.dn-uuid.",
                Set.of("32 characters"),
                "the call is found by its ConnID");
        add(
                "CallState",
                "events of an extension have it, or it is 0",
                "t.call-state.",
                Set.of("present", "absent"),
                "transfers are told from party events");
        add("PartyState", "party events have it, as a number", "t.party-state.", Set.of("present"), TELL);
        add("PartyUUID", "party events have it", "t.party-uuid.", Set.of("present"), "parties are known by their DN");
        add("DN of parties", "EventCallPartyAdded names it", "t.party-dn.", Set.of("present"), TELL);
        add(
                "call types",
                "0 unknown, 1 internal, 2 inbound, 3 outbound, 4 consult",
                "t.call-type.",
                Set.of("0", "1", "2", "3", "4"),
                "another number counts as unknown");
        add(
                "work modes",
                "0 to 7, and 3 is after-call work",
                "t.work-mode.",
                Set.of("0", "1", "2", "3", "4", "5", "6", "7"),
                "set ex.conversations.after-call-work-required=false if 3 never comes");
        add(
                "VQID",
                "EventQueued of a virtual queue has it",
                "t.vqid.",
                Set.of("present"),
                "a stay is known by its call");
        add(
                "diverted",
                "EventDiverted of a virtual queue names its target, or has none when the queue was cleared",
                "t.diverted.",
                Set.of("with target", "without"),
                TELL);
        rows.add(Row.of(
                "attached data",
                "UserData are pairs of text, numbers and lists, also on events of a queue",
                tally.of("t.data.lists") > 0,
                true,
                words(tally.below("t.data.type.")) + "; at most " + tally.of("t.data.most pairs") + " pairs; on queues "
                        + tally.of("t.vq-data") + " changes",
                ""));
    }
}
