package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.engageconnector.simulators.genesyscloud.access.Token;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** The start-up checks: which organisation, which client, which limits; and the Home division. */
public final class OrganisationEndpoints {

    private final Organisation organisation;
    private final Function<Request, Token> tokens;
    private final IntSupplier requestsPerMinute;

    public OrganisationEndpoints(
            Organisation organisation, Function<Request, Token> tokens, IntSupplier requestsPerMinute) {
        this.organisation = organisation;
        this.tokens = tokens;
        this.requestsPerMinute = requestsPerMinute;
    }

    public void register(Router router) {
        router.on("GET", "/api/v2/organizations/me", request -> Answer.ok(organisation()))
                .on("GET", "/api/v2/tokens/me", this::token)
                .on("GET", "/api/v2/organizations/limits/namespaces/platform.api", request -> limits())
                .on(
                        "GET",
                        "/api/v2/authorization/divisions",
                        request -> Answer.ok(Pages.page(request, List.of(home()), 100)))
                .on("GET", "/api/v2/authorization/divisions/home", request -> Answer.ok(home()));
    }

    private ObjectNode organisation() {
        return Json.object()
                .put("id", organisation.id())
                .put("name", organisation.name())
                .put("domain", "simulator")
                .put("state", "active")
                .put("version", 1)
                .put("selfUri", "/api/v2/organizations/me");
    }

    private ObjectNode home() {
        String id = organisation.homeDivision();
        return Json.object()
                .put("id", id)
                .put("name", "Home")
                .put("description", "The home division")
                .put("homeDivision", true)
                .put("selfUri", "/api/v2/authorization/divisions/" + id);
    }

    private Answer token(Request request) {
        Token token = tokens.apply(request);
        ObjectNode answer = Json.object();
        answer.putObject("organization").put("id", organisation.id()).put("name", organisation.name());
        answer.putObject("homeOrganization").put("id", organisation.id()).put("name", organisation.name());
        answer.putArray("authorizedScope");
        ObjectNode client = answer.putObject("OAuthClient");
        client.put("id", token.client().id()).put("name", token.client().name());
        client.putObject("organization").put("id", organisation.id());
        return Answer.ok(answer);
    }

    private Answer limits() {
        ObjectNode answer = Json.object().put("namespace", "platform.api");
        answer.putObject("limits")
                .put("client.credentials.token.rate.per.minute", requestsPerMinute.getAsInt())
                .put("request.bytes.max", 512_000);
        return Answer.ok(answer);
    }
}
