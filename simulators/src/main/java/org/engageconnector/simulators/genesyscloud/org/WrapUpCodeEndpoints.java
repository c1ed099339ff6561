package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** Wrap-up codes of the organisation: unique by name, case apart ({@code duplicate.name}). */
public final class WrapUpCodeEndpoints {

    private final Organisation organisation;

    public WrapUpCodeEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        String path = "/api/v2/routing/wrapupcodes";
        router.on("GET", path, this::list, "routing:wrapupCode:view")
                .on("POST", path, this::create, "routing:wrapupCode:add")
                .on(
                        "GET",
                        path + "/{id}",
                        request -> Answer.ok(organisation.wrapUpCodes().get(request.variable("id"))),
                        "routing:wrapupCode:view")
                .on("PUT", path + "/{id}", this::replace, "routing:wrapupCode:edit")
                .on("DELETE", path + "/{id}", this::delete, "routing:wrapupCode:delete");
    }

    private Answer list(Request request) {
        return Answer.ok(Pages.page(
                request,
                organisation
                        .wrapUpCodes()
                        .listed(
                                Bodies.wildcard(request).and(Bodies.ids(request)),
                                organisation.surprises().listLagMillis()),
                500));
    }

    private Answer create(Request request) {
        ObjectNode body = request.object().deepCopy();
        body.put("name", freeName(body, ""));
        return organisation.made(organisation.wrapUpCodes().add(body));
    }

    private Answer replace(Request request) {
        String id =
                organisation.wrapUpCodes().get(request.variable("id")).get("id").asText();
        ObjectNode body = request.object().deepCopy();
        body.put("name", freeName(body, id));
        return Answer.ok(organisation.wrapUpCodes().add(id, body));
    }

    private Answer delete(Request request) {
        String id = organisation
                .wrapUpCodes()
                .remove(request.variable("id"))
                .get("id")
                .asText();
        organisation
                .queues()
                .all(queue -> true)
                .forEach(queue -> organisation.codesOf(queue.get("id").asText()).remove(id));
        return Answer.noContent();
    }

    private String freeName(ObjectNode body, String exceptOf) {
        String name = Bodies.required(body, "name", "invalid.name");
        organisation.wrapUpCodes().first(Bodies.named(name)).ifPresent(other -> {
            if (!other.get("id").asText().equals(exceptOf)) {
                throw new Problem(400, "duplicate.name", "A wrap-up code of that name already exists");
            }
        });
        return name;
    }
}
