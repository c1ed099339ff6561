package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** Presence sources (unpaged; DELETE deactivates) and the primary source of a user. */
public final class PresenceSourceEndpoints {

    private final Organisation organisation;

    public PresenceSourceEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        String path = "/api/v2/presence/sources";
        String primary = "/api/v2/presence/users/{userId}/primarysource";
        router.on("GET", path, this::list, "presence:source:view")
                .on("POST", path, this::create, "presence:source:add")
                .on(
                        "GET",
                        path + "/{id}",
                        request -> Answer.ok(organisation.sources().get(request.variable("id"))),
                        "presence:source:view")
                .on("PUT", path + "/{id}", this::change, "presence:source:edit")
                .on("DELETE", path + "/{id}", this::deactivate, "presence:source:delete", "presence:source:edit")
                .on("GET", primary, this::primary, "presence:userPrimarySource:view")
                .on("PUT", primary, this::setPrimary, "presence:userPrimarySource:edit");
    }

    private Answer list(Request request) {
        boolean deactivated = request.flag("deactivated");
        return Answer.ok(Pages.whole(
                request,
                organisation
                        .sources()
                        .all(source ->
                                deactivated || !source.path("deactivated").asBoolean())));
    }

    private Answer create(Request request) {
        ObjectNode body = request.object();
        checkName(body);
        int active = organisation
                .sources()
                .all(source -> !source.path("deactivated").asBoolean())
                .size();
        if (active >= organisation.limits().sources()) {
            throw new Problem(409, "too.many.active.sources", "The maximum number of active sources is reached");
        }
        ObjectNode source = body.deepCopy().put("type", "User").put("deactivated", false);
        return Answer.ok(organisation.sources().add(source));
    }

    private Answer change(Request request) {
        ObjectNode source = organisation.sources().get(request.variable("id"));
        ObjectNode body = request.object();
        checkName(body);
        body.properties().forEach(field -> {
            if (!field.getKey().equals("id")
                    && !field.getKey().equals("selfUri")
                    && !field.getKey().equals("type")) {
                source.set(field.getKey(), field.getValue());
            }
        });
        return Answer.ok(source);
    }

    private Answer deactivate(Request request) {
        organisation.sources().get(request.variable("id")).put("deactivated", true);
        return Answer.noContent();
    }

    private Answer primary(Request request) {
        String userId = user(request);
        String sourceId = organisation.primarySources().get(userId);
        if (sourceId == null) {
            throw Problem.notFound("primary source");
        }
        return Answer.ok(primary(userId, sourceId));
    }

    private Answer setPrimary(Request request) {
        String userId = user(request);
        String sourceId = Bodies.required(request.object(), "sourceId", "constraint.validation");
        if (!organisation.hasSource(sourceId)) {
            throw Problem.notFound("presence source");
        }
        organisation.primarySources().put(userId, sourceId);
        return Answer.ok(primary(userId, sourceId));
    }

    private static ObjectNode primary(String userId, String sourceId) {
        return Json.object()
                .put("id", userId)
                .put("sourceId", sourceId)
                .put("selfUri", "/api/v2/presence/users/" + userId + "/primarysource");
    }

    private String user(Request request) {
        String userId = request.variable("userId");
        if (!organisation.hasUser(userId)) {
            throw Problem.notFound("user");
        }
        return userId;
    }

    private static void checkName(ObjectNode body) {
        if (body.path("name").asText("").isBlank()) {
            throw new Problem(409, "source.name.blank", "The name of a source must not be blank");
        }
    }
}
