package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** External ids of users: case sensitive, one user per authority and key, at most 100 per user. */
public final class ExternalIdEndpoints {

    private static final int PER_USER = 100;

    private final Organisation organisation;

    public ExternalIdEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        router.on("GET", "/api/v2/users/externalid/{authority}/{key}", this::find)
                .on("GET", "/api/v2/users/{id}/externalid", request -> Answer.ok(idsOf(request.variable("id"))))
                .on("POST", "/api/v2/users/{id}/externalid", this::add, "directory:user:edit")
                .on("DELETE", "/api/v2/users/{id}/externalid/{authority}/{key}", this::remove, "directory:user:edit");
    }

    private Answer find(Request request) {
        String userId = organisation.userOfExternalId().get(externalId(request));
        if (userId == null || !organisation.hasUser(userId)) {
            throw new Problem(404, "general.resource.not.found", "The requested resource was not found");
        }
        return Answer.ok(organisation.users().get(userId));
    }

    private Answer add(Request request) {
        String userId = live(request.variable("id"));
        ObjectNode body = request.object();
        String authority = Bodies.required(body, "authorityName", "constraint.validation");
        String key = Bodies.required(body, "externalKey", "constraint.validation");
        if (organisation.userOfExternalId().putIfAbsent(authority + "/" + key, userId) != null) {
            throw new Problem(409, "general.conflict", "The external identifier already exists");
        }
        if (idsOf(userId).size() > PER_USER) {
            organisation.userOfExternalId().remove(authority + "/" + key);
            throw new Problem(400, "bad.request", "A user may have 100 external identifiers");
        }
        return Answer.ok(idsOf(userId));
    }

    private Answer remove(Request request) {
        String userId =
                organisation.users().get(request.variable("id")).get("id").asText();
        if (!organisation.userOfExternalId().remove(externalId(request), userId)) {
            throw new Problem(404, "general.resource.not.found", "The requested resource was not found");
        }
        return Answer.noContent();
    }

    private ArrayNode idsOf(String userId) {
        organisation.users().get(userId);
        ArrayNode ids = Json.MAPPER.createArrayNode();
        organisation.userOfExternalId().forEach((externalId, user) -> {
            if (user.equals(userId)) {
                String[] parts = externalId.split("/", 2);
                ids.addObject().put("authorityName", parts[0]).put("externalKey", parts[1]);
            }
        });
        return ids;
    }

    private String live(String userId) {
        if (!organisation.hasUser(userId)) {
            throw Problem.notFound("user");
        }
        return userId;
    }

    private static String externalId(Request request) {
        return request.variable("authority") + "/" + request.variable("key");
    }
}
