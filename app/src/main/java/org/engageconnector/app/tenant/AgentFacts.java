package org.engageconnector.app.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.MappingType;
import org.engageconnector.directory.SyncStore;

/** What config sync knows of agents: logins, user, queues. Read again when the directory changes. Thread-safe. */
final class AgentFacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Facts(long version, Map<String, Agent> agents, Map<Long, List<String>> queues) {}

    private final Directory directory;
    private final SyncStore store;
    private volatile Facts facts = new Facts(-1, Map.of(), Map.of());

    AgentFacts(Directory directory, SyncStore store) {
        this.directory = directory;
        this.store = store;
    }

    /** The version of what is known now; throws what the Redis client throws. */
    synchronized long version() {
        long version = directory.version();
        if (version != facts.version()) {
            Map<String, Agent> agents = new HashMap<>();
            directory.agents().forEach(agent -> agents.put(agent.employeeId(), agent));
            facts = new Facts(version, agents, queues());
        }
        return facts.version();
    }

    /** Adds logins, user and queues to an agent's row. */
    ObjectNode complete(ObjectNode row) {
        Agent agent = facts.agents().get(row.path("employeeId").asText());
        ObjectNode whole = row.deepCopy();
        if (agent != null) {
            whole.put("userId", agent.userId());
            agent.logins().forEach(login -> whole.withArray("/logins").add(login.code() + "@" + login.switchName()));
            facts.queues()
                    .getOrDefault(agent.dbid(), List.of())
                    .forEach(queue -> whole.withArray("/queues").add(queue));
        }
        return whole;
    }

    /** The user of an agent; empty when there is none. */
    String userId(String employeeId) {
        Agent agent = facts.agents().get(employeeId);
        return agent == null || agent.userId() == null ? "" : agent.userId();
    }

    /** Names of queues by DBID of their members. */
    private Map<Long, List<String>> queues() {
        Map<String, String> names = new HashMap<>();
        directory.forEach(MappingType.QUEUE, queue -> names.put(queue.engageId(), queue.name()));
        Map<Long, List<String>> queues = new HashMap<>();
        store.read("queue").forEach((dbid, text) -> {
            try {
                JsonNode queue = JSON.readTree(text);
                if (queue.path("active").asBoolean(true) && names.containsKey(dbid)) {
                    queue.path("members")
                            .forEach(member -> queues.computeIfAbsent(member.asLong(), unused -> new ArrayList<>())
                                    .add(names.get(dbid)));
                }
            } catch (JsonProcessingException e) {
                // config sync's to mend; the queue is not shown meanwhile
            }
        });
        return queues;
    }
}
