package org.engageconnector.simulators.genesyscloud.watch;

import java.util.List;
import java.util.function.Supplier;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.memory.RecordedRequest;
import org.engageconnector.simulators.genesyscloud.memory.RequestLedger;

/** {@code GET /simulator/summary} and {@code GET /simulator/requests?limit=}. */
public final class CounterEndpoints {

    private final Supplier<Summary> summary;
    private final RequestLedger requests;

    public CounterEndpoints(Supplier<Summary> summary, RequestLedger requests) {
        this.summary = summary;
        this.requests = requests;
    }

    public void register(Router router) {
        router.on("GET", "/simulator/summary", this::summary).on("GET", "/simulator/requests", this::requests);
    }

    private Answer summary(Request request) {
        return Answer.ok(Json.MAPPER.valueToTree(summary.get()));
    }

    private Answer requests(Request request) {
        List<RecordedRequest> all = requests.all();
        int limit = request.number("limit", 1_000, 1, 100_000);
        return Answer.ok(Json.MAPPER.valueToTree(all.subList(Math.max(0, all.size() - limit), all.size())));
    }
}
