package org.engageconnector.app.tenant;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.Ownership;
import org.engageconnector.processors.agentstate.AgentStateMapper;
import org.engageconnector.processors.agentstate.AgentStateView;

/**
 * The agents as the owner of the agent states knows them: a row each for the list, and the last changes of each for its
 * timeline. Looked at once a second; what changes twice within a second is seen once, but with Engage's own time.
 */
public final class AgentWatch {

    private static final int CHANGES_PER_AGENT = 100;
    private static final int CHANGES_IN_ALL = 100_000;

    private final AgentStateMapper mapper;
    private final Ownership owner;
    private final AnswerHistory answers;
    private final Published<AgentStateView> published;
    private final BoundedHistory<Map<String, Object>> changes;
    private final Map<String, AgentStateView> last = new HashMap<>();

    public AgentWatch(
            AgentStateMapper mapper,
            Ownership owner,
            RedisConnection redis,
            AnswerHistory answers,
            long historyMillis) {
        this.mapper = mapper;
        this.owner = owner;
        this.answers = answers;
        this.published = new Published<>(redis, "agents");
        this.changes =
                new BoundedHistory<>(CHANGES_PER_AGENT, CHANGES_IN_ALL, historyMillis, System::currentTimeMillis);
    }

    /** Writes the rows that changed; a standby writes nothing. */
    public void publish() {
        if (!owner.held()) {
            published.forget();
            return;
        }
        Map<String, AgentStateView> now = new HashMap<>();
        for (AgentStateView view : mapper.views()) {
            now.put(view.employeeId(), view);
            if (!view.equals(last.put(view.employeeId(), view))) {
                changes.add(view.employeeId(), change(view));
            }
        }
        published.publish(now);
    }

    private static Map<String, Object> change(AgentStateView view) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("at", Instant.now().toString());
        change.put("engageState", view.engageState());
        change.put("engageSince", view.engageSince());
        change.put("sentPresence", view.sentPresence());
        change.put("sentRoutingStatus", view.sentRoutingStatus());
        change.put("sentAt", view.sentAt());
        change.put("frozen", view.frozen());
        change.put("problem", view.problem());
        return change;
    }

    /** The question {@code agent}: employee id, Genesys Cloud user. */
    public Optional<Object> answer(String kind, List<String> words) {
        if (!kind.equals("agent") || words.size() != 2) {
            return Optional.empty();
        }
        Map<String, Object> said = new LinkedHashMap<>();
        if (owner.held()) {
            mapper.views().stream()
                    .filter(view -> Objects.equals(view.employeeId(), words.get(0)))
                    .findFirst()
                    .ifPresent(view -> said.put("agent", view));
            said.put("changes", changes.of(words.get(0)));
        }
        said.put("answers", answers.of(words.get(1)));
        return Optional.of(said);
    }
}
