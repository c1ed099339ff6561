package org.engageconnector.simulators.genesyscloud.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.engageconnector.simulators.genesyscloud.access.Tokens;
import org.engageconnector.simulators.genesyscloud.events.EventIntake;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.EventChoice;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.engageconnector.simulators.genesyscloud.faults.Faults;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/**
 * Faults from outside: {@code GET, POST, DELETE /simulator/faults}, {@code DELETE /simulator/faults/{id}},
 * {@code POST /simulator/tokens/revoke}, {@code POST /simulator/connections/drop}, {@code POST /simulator/outage}, and {@code GET, PATCH /simulator/settings}.
 * docs/simulators.md shows the bodies.
 */
public final class FaultEndpoints {

    private final Faults faults;
    private final Tokens tokens;
    private final EventIntake intake;
    private final AtomicInteger requestsPerMinute;
    private final LongSupplier clock;
    private final Network network;

    /** What may happen to the simulator's listener. */
    public interface Network {
        /** Closes every open connection. */
        void dropConnections();

        /** Refuses connections for so many milliseconds. */
        void outage(long millis);
    }

    public FaultEndpoints(
            Faults faults,
            Tokens tokens,
            EventIntake intake,
            AtomicInteger requestsPerMinute,
            LongSupplier clock,
            Network network) {
        this.faults = faults;
        this.tokens = tokens;
        this.intake = intake;
        this.requestsPerMinute = requestsPerMinute;
        this.clock = clock;
        this.network = network;
    }

    public void register(Router router) {
        router.on("GET", "/simulator/faults", request -> list())
                .on("POST", "/simulator/faults", this::add)
                .on("DELETE", "/simulator/faults", request -> {
                    faults.clear();
                    return Answer.noContent();
                })
                .on("DELETE", "/simulator/faults/{id}", this::remove)
                .on("GET", "/simulator/settings", request -> settings())
                .on("PATCH", "/simulator/settings", this::change)
                .on("POST", "/simulator/tokens/revoke", request -> {
                    tokens.revokeAll();
                    return Answer.noContent();
                })
                .on("POST", "/simulator/connections/drop", request -> {
                    network.dropConnections();
                    return Answer.noContent();
                })
                .on("POST", "/simulator/outage", this::outage);
    }

    private Answer list() {
        ArrayNode all = Json.MAPPER.createArrayNode();
        faults.all().forEach(armed -> {
            ObjectNode json = all.addObject().put("id", armed.id()).put("hits", armed.hits());
            json.set("fault", Json.MAPPER.valueToTree(armed.fault()));
        });
        return Answer.ok(all);
    }

    private Answer add(Request request) {
        ObjectNode body = request.object();
        Kind kind;
        try {
            kind = Kind.valueOf(
                    body.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "invalid.value", "kind is not known");
        }
        boolean ofEvents = kind == Kind.RETRYABLE_EVENTS || kind == Kind.POISON_EVENTS;
        EventChoice events = new EventChoice(
                body.path("list").asText(""),
                body.path("key").asText(""),
                body.path("everyNth").asInt(1));
        long seconds = body.path("seconds").asLong(0);
        if (faults.all().size() >= Faults.MOST) {
            throw new Problem(400, "bad.request", "Too many faults");
        }
        String id = faults.add(new Fault(
                kind,
                body.path("path").asText("/"),
                body.path("times").asInt(0),
                seconds > 0 ? clock.getAsLong() + seconds * 1000 : 0,
                body.path("status").asInt(500),
                body.path("millis").asLong(0),
                body.path("permission").asText(""),
                ofEvents ? events : null));
        return Answer.ok(Json.object().put("id", id));
    }

    private Answer remove(Request request) {
        if (!faults.remove(request.variable("id"))) {
            throw Problem.notFound("fault");
        }
        return Answer.noContent();
    }

    private Answer outage(Request request) {
        network.outage(request.object().path("seconds").asLong(5) * 1000);
        return Answer.noContent();
    }

    private Answer settings() {
        return Answer.ok(Json.object()
                .put("requestsPerMinute", requestsPerMinute.get())
                .put("malformedFailsRequest", intake.malformedFailsRequest()));
    }

    private Answer change(Request request) {
        ObjectNode body = request.object();
        if (body.has("requestsPerMinute")) {
            if (!body.get("requestsPerMinute").canConvertToInt()
                    || body.get("requestsPerMinute").asInt() < 0) {
                throw new Problem(400, "invalid.value", "requestsPerMinute is not a number");
            }
            requestsPerMinute.set(body.get("requestsPerMinute").asInt());
        }
        if (body.has("malformedFailsRequest")) {
            intake.malformedFailsRequest(body.get("malformedFailsRequest").asBoolean());
        }
        return settings();
    }
}
