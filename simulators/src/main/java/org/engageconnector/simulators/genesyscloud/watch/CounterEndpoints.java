package org.engageconnector.simulators.genesyscloud.watch;

import java.util.List;
import java.util.function.LongSupplier;
import org.engageconnector.simulators.genesyscloud.events.EventIntake;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.memory.EventLedger;
import org.engageconnector.simulators.genesyscloud.memory.RecordedRequest;
import org.engageconnector.simulators.genesyscloud.memory.RequestLedger;
import org.engageconnector.simulators.genesyscloud.org.Organisation;

/** {@code GET /simulator/summary} and {@code GET /simulator/requests?limit=}. */
public final class CounterEndpoints {

    private final Organisation organisation;
    private final EventLedger events;
    private final RequestLedger requests;
    private final EventIntake intake;
    private final LongSupplier clock;

    public CounterEndpoints(
            Organisation organisation,
            EventLedger events,
            RequestLedger requests,
            EventIntake intake,
            LongSupplier clock) {
        this.organisation = organisation;
        this.events = events;
        this.requests = requests;
        this.intake = intake;
        this.clock = clock;
    }

    public void register(Router router) {
        router.on("GET", "/simulator/summary", this::summary).on("GET", "/simulator/requests", this::requests);
    }

    private Answer summary(Request request) {
        Summary summary = Summary.of(organisation, events, requests, intake, clock.getAsLong());
        return Answer.ok(Json.MAPPER.valueToTree(summary));
    }

    private Answer requests(Request request) {
        List<RecordedRequest> all = requests.all();
        int limit = request.number("limit", 1_000, 1, 100_000);
        return Answer.ok(Json.MAPPER.valueToTree(all.subList(Math.max(0, all.size() - limit), all.size())));
    }
}
