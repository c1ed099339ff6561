package org.engageconnector.simulators.genesyscloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.engageconnector.simulators.genesyscloud.access.Token;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Faults;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.memory.EventLedger;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.genesyscloud.org.Organisation;

/**
 * Takes the events of a request one by one, in the order of their {@code eventDateTime}: accepted, accepted before, or refused
 * with a per-event error (docs/simulators.md#what-it-refuses). Guarded by the simulator's lock.
 */
public final class EventIntake {

    private final EventSchema schema = new EventSchema();
    private final Conversations conversations;
    private final AgentRules agents;
    private final ReferenceRules references;
    private final SeenEvents seen;
    private final Faults faults;
    private final EventLedger ledger;
    private final Function<Request, Token> tokens;
    private boolean malformedFailsRequest;

    /**
     * What may be set about the rules.
     *
     * @param malformedFailsRequest a malformed event fails its whole request with 400, not only itself
     * @param statusNeedsOnQueue Idle and Interacting need presence On Queue
     * @param conversations conversations that are remembered
     * @param eventIds accepted event ids that are remembered
     */
    public record Rules(boolean malformedFailsRequest, boolean statusNeedsOnQueue, int conversations, int eventIds) {}

    public EventIntake(
            Organisation organisation,
            Rules settings,
            Faults faults,
            EventLedger ledger,
            Function<Request, Token> tokens) {
        this.malformedFailsRequest = settings.malformedFailsRequest();
        this.conversations = new Conversations(settings.conversations());
        this.agents = new AgentRules(organisation, settings.statusNeedsOnQueue());
        this.references = new ReferenceRules(organisation);
        this.seen = new SeenEvents(settings.eventIds());
        this.faults = faults;
        this.ledger = ledger;
        this.tokens = tokens;
    }

    public void register(Router router) {
        for (EventPath path : EventPath.values()) {
            router.on("POST", path.path(), request -> take(path, request), path.permission());
        }
    }

    /** Whether a malformed event fails its whole request. */
    public boolean malformedFailsRequest() {
        return malformedFailsRequest;
    }

    public void malformedFailsRequest(boolean value) {
        malformedFailsRequest = value;
    }

    public Conversations conversations() {
        return conversations;
    }

    /** Timelines of users by user id. */
    public Map<String, AgentTimeline> agents() {
        return agents.agents();
    }

    private Answer take(EventPath path, Request request) {
        EventBatch batch = EventBatch.read(path, request.object(), schema);
        String client = tokens.apply(request).client().name();
        ArrayNode errors = Json.MAPPER.createArrayNode();
        for (EventBatch.Bad bad : batch.malformed()) {
            if (malformedFailsRequest) {
                throw new Problem(400, bad.why().code(), bad.why().message());
            }
            Refusal refusal = Refusal.of(
                    Refusal.Kind.MALFORMED, bad.why().code() + ": " + bad.why().message());
            errors.add(error(bad.eventId(), refusal));
            record(request, client, path, bad.list(), bad.eventId(), "", bad.json(), refusal, false);
        }
        Set<String> stopped = new HashSet<>();
        for (PostedEvent event : batch.events()) {
            boolean repeated = seen.look(event) == SeenEvents.Answer.SAME;
            Refusal refusal =
                    repeated ? null : judge(event, stopped, request.arrivedAt()).orElse(null);
            if (refusal != null) {
                errors.add(error(event.eventId(), refusal));
                if (refusal.retryable()) {
                    stopped.add(event.key());
                }
            } else if (!repeated) {
                seen.add(event);
            }
            record(request, client, path, event.list(), event.eventId(), event.key(), event.json(), refusal, repeated);
        }
        ObjectNode answer = Json.object();
        answer.set("errors", errors);
        return Answer.ok(answer);
    }

    /** Applies a new event, or says why it is refused. */
    private Optional<Refusal> judge(PostedEvent event, Set<String> stopped, long now) {
        if (seen.look(event) == SeenEvents.Answer.CHANGED) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.CHANGED_REPEAT, "An event with this eventId and other content was accepted before"));
        }
        if (stopped.contains(event.key())) {
            return Optional.of(new Refusal(
                    Refusal.Kind.AFTER_RETRYABLE, "An earlier event of the request has to be retried first", true));
        }
        Optional<Fault> fault = faults.hitEvent(event.path().path(), event.list(), event.key(), now);
        if (fault.isPresent()) {
            boolean retryable = fault.get().kind() == Fault.Kind.RETRYABLE_EVENTS;
            return Optional.of(
                    new Refusal(Refusal.Kind.INJECTED, "The event could not be processed at this time", retryable));
        }
        long last = event.path() == EventPath.CONVERSATIONS ? conversations.lastTime(event) : agents.lastTime(event);
        if (event.time() <= last) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.OUT_OF_ORDER, "eventDateTime is not later than that of the last accepted event"));
        }
        Optional<Refusal> unknown = references.check(event);
        if (unknown.isPresent()) {
            return unknown;
        }
        return event.path() == EventPath.CONVERSATIONS ? conversations.apply(event) : agents.apply(event);
    }

    private static ObjectNode error(String eventId, Refusal refusal) {
        return Json.object()
                .put("eventId", eventId)
                .put("message", refusal.message())
                .put("retryable", refusal.retryable());
    }

    private void record(
            Request request,
            String client,
            EventPath path,
            String list,
            String eventId,
            String key,
            JsonNode json,
            Refusal refusal,
            boolean repeated) {
        ledger.add(new RecordedEvent(
                ledger.next(),
                request.arrivedAt(),
                request.correlationId(),
                client,
                path.path(),
                list,
                eventId,
                key,
                refusal != null ? Outcome.REFUSED : repeated ? Outcome.REPEATED : Outcome.ACCEPTED,
                refusal == null ? "" : refusal.kind().name(),
                refusal == null ? "" : refusal.message(),
                refusal != null && refusal.retryable(),
                json.toString()));
    }
}
