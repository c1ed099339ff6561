package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Wanted;

/** Compares the memory with the queues that are there, and adopts those with our peerId or, if free, our name. */
final class QueuesSeen {

    private static final String PATH = "/api/v2/routing/queues";

    private final RunContext run;
    private final Workers workers;
    private final Map<String, Long> persons;
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<String, JsonNode> byPeer = new HashMap<>();
    private final Map<String, JsonNode> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    QueuesSeen(RunContext run, Workers workers) {
        this.run = run;
        this.workers = workers;
        this.persons = QueueContent.persons(run.memory().confirmed());
    }

    void look() {
        for (JsonNode queue : Pages.all(run.cloud(), PATH)) {
            byId.put(queue.path("id").asText(), queue);
            byName.put(queue.path("name").asText(), queue);
            if (!peer(queue).isEmpty()) {
                byPeer.put(peer(queue), queue);
            }
        }
        workers.forEach(
                List.copyOf(run.memory().confirmed().queues().entrySet()),
                known -> compare(known.getKey(), known.getValue()));
        Set<String> owned = new HashSet<>();
        run.memory().confirmed().queues().values().forEach(queue -> owned.add(queue.id()));
        List<Wanted.Queue> found = new ArrayList<>();
        for (Wanted.Queue queue : run.wanted().queues().values()) {
            if (!run.memory().confirmed().queues().containsKey(queue.dbid())) {
                JsonNode seen = find(queue);
                if (seen != null && owned.add(seen.path("id").asText())) {
                    found.add(queue);
                }
            }
        }
        workers.forEach(found, queue -> adopt(queue, find(queue)));
    }

    private void compare(long dbid, Confirmed.Queue known) {
        JsonNode seen = byId.get(known.id());
        if (seen == null) {
            if (!Observation.gone(run, Map.of(dbid, known.id()), PATH).isEmpty()) {
                run.memory().forgetQueue(dbid);
            }
            return;
        }
        if (run.now() - known.at() < Observation.INDEX_LAG_MILLIS) {
            return;
        }
        String path = PATH + "/" + known.id();
        Confirmed confirmed = run.memory().confirmed();
        boolean countDiffers = !known.doubtfulMembers().isEmpty()
                || !seen.has("memberCount")
                || seen.path("memberCount").asInt() != known.members().size() + known.others();
        Set<Long> members = countDiffers ? QueueContent.members(run.cloud(), persons, path, seen) : known.members();
        boolean wanted = run.wanted().queues().containsKey(dbid);
        Set<String> codes = wanted ? QueueContent.codes(run.cloud(), confirmed, path) : known.codes();
        Confirmed.Queue now = record(seen, known.created(), known.active(), members, codes, known.at());
        int others = countDiffers ? seen.path("memberCount").asInt(members.size()) - members.size() : known.others();
        now = now.withOthers(others);
        if (!wanted) {
            now = now.withCodes(known.codeLinks(), known.at());
        }
        if (!now.equals(known)) {
            run.memory().put(dbid, now);
        }
    }

    private JsonNode find(Wanted.Queue queue) {
        JsonNode seen = byPeer.get(queue.peerId());
        if (seen != null) {
            return seen;
        }
        JsonNode named = byName.get(queue.name());
        return named != null && free(peer(named)) ? named : null;
    }

    /** A peerId of ours whose virtual queue is gone leaves the queue to the one that has its name now. */
    private boolean free(String peer) {
        String ours = run.rules().tenant() + ":";
        if (peer.isEmpty()) {
            return true;
        }
        return peer.startsWith(ours)
                && run.wanted().queues().values().stream()
                        .noneMatch(queue -> queue.peerId().equals(peer));
    }

    private void adopt(Wanted.Queue queue, JsonNode seen) {
        QueueContent content = QueueContent.read(run.cloud(), run.memory().confirmed(), persons, seen);
        boolean created = run.memory().intended("queue", queue.peerId());
        run.memory().put(queue.dbid(), record(seen, created, true, content.members(), content.codes(), run.now()));
        run.memory().done("queue", queue.peerId());
    }

    private static Confirmed.Queue record(
            JsonNode seen, boolean created, boolean active, Set<Long> members, Set<String> codes, long at) {
        String name = seen.path("name").asText();
        return new Confirmed.Queue(
                seen.path("id").asText(),
                name,
                Wanted.Queue.fingerprint(name, seen.path("description").asText(""), peer(seen)),
                created,
                active,
                members,
                codes,
                at);
    }

    private static String peer(JsonNode queue) {
        return queue.path("peerId").asText("");
    }
}
