package org.engageconnector.simulators.judge;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.simulators.engage.Unheard;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;

/** Compares one run's play with everything that was posted. Immutable; one per look. */
public final class Judge {

    public static final String CONVERSATIONS = "/api/v2/events/conversations";

    public static final String PRESENCE = "/api/v2/events/users/presence";

    public static final String ROUTING_STATUS = "/api/v2/events/users/routingstatus";

    private final List<RecordedEvent> posted;

    private final OrganisationNames names;

    private final Unheard unheard;

    /** @param posted every event that was posted, refused and repeated ones included, in the order of arrival */
    public Judge(OrganisationNames names, List<RecordedEvent> posted) {
        this(names, posted, Unheard.NOTHING);
    }

    /** @param unheard what nobody can be asked to know, by the record of the servers that said it */
    public Judge(OrganisationNames names, List<RecordedEvent> posted, Unheard unheard) {
        this.names = names;
        this.posted = List.copyOf(posted);
        this.unheard = unheard;
    }

    public Findings calls(Player player) {
        return new CallJudge(names, accepted(CONVERSATIONS), unheard).judge(player.calls());
    }

    /** Of the calls of one switch only. */
    public Findings calls(Player player, String switchName) {
        return new CallJudge(names, accepted(CONVERSATIONS), unheard)
                .judge(player.calls().stream()
                        .filter(call -> call.switchName().equals(switchName))
                        .toList());
    }

    public Findings agentStates(Player player) {
        return new AgentStateJudge(names, accepted(PRESENCE), accepted(ROUTING_STATUS), unheard)
                .judge(player.agentStates());
    }

    /** Conversation events that were accepted before an event they depend on. */
    public int outOfOrder() {
        return OrderJudge.outOfOrder(accepted(CONVERSATIONS));
    }

    /** What was accepted on a path, in the order of arrival. */
    public List<AcceptedEvent> accepted(String path) {
        List<AcceptedEvent> accepted = new ArrayList<>();
        for (RecordedEvent event : posted) {
            if (event.path().equals(path) && event.outcome() == Outcome.ACCEPTED) {
                accepted.add(new AcceptedEvent(
                        event.sequence(),
                        event.correlationId(),
                        event.list().replaceFirst("Events$", ""),
                        event.eventId(),
                        event.arrivedAt(),
                        event.event()));
            }
        }
        return accepted;
    }

    /** Events of these paths that met a fate. */
    public long count(List<String> paths, Outcome outcome) {
        return posted.stream()
                .filter(event -> paths.contains(event.path()) && event.outcome() == outcome)
                .count();
    }
}
