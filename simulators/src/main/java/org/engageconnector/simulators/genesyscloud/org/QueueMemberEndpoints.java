package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** Members of a queue: 100 added or removed a call, pages of at most 100 without a total, joined by PATCH. */
public final class QueueMemberEndpoints {

    private static final int PER_CALL = 100;
    private static final String[] EDIT = {"routing:queue:edit", "routing:queueMember:manage"};

    private final Organisation organisation;

    public QueueMemberEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        String path = "/api/v2/routing/queues/{id}/members";
        router.on("GET", path, this::list, "routing:queue:view", "routing:queue:edit", "routing:queueMember:manage")
                .on("POST", path, this::addOrRemove, EDIT)
                .on("PATCH", path, this::join, EDIT);
    }

    private Answer list(Request request) {
        List<ObjectNode> members = new ArrayList<>();
        membersOf(request)
                .forEach((userId, joined) -> organisation
                        .users()
                        .find(userId)
                        .ifPresent(user -> members.add(Json.object()
                                .put("id", userId)
                                .put("name", user.path("name").asText())
                                .put("joined", joined)
                                .put("memberBy", "user"))));
        return Answer.ok(Pages.withoutTotal(request, members, PER_CALL));
    }

    private Answer addOrRemove(Request request) {
        Map<String, Boolean> members = membersOf(request);
        List<String> ids = Bodies.ids(request.array(), PER_CALL);
        if (request.flag("delete")) {
            ids.forEach(members::remove);
            return Answer.noContent();
        }
        for (String userId : ids) {
            if (!organisation.hasUser(userId)) {
                throw new Problem(400, "bad.request", "A member is not a user of the organisation");
            }
        }
        long fresh =
                ids.stream().filter(id -> !members.containsKey(id)).distinct().count();
        if (members.size() + fresh > organisation.limits().membersPerQueue()) {
            throw new Problem(400, "queue.size.limit", "The queue has its maximum of members");
        }
        ids.forEach(userId -> members.putIfAbsent(userId, true));
        return Answer.noContent();
    }

    private Answer join(Request request) {
        Map<String, Boolean> members = membersOf(request);
        ArrayNode body = request.array();
        Bodies.ids(body, PER_CALL);
        for (JsonNode entry : body) {
            members.replace(entry.get("id").asText(), entry.path("joined").asBoolean());
        }
        return Answer.json(202, Json.object());
    }

    private Map<String, Boolean> membersOf(Request request) {
        return organisation.membersOf(
                organisation.queues().get(request.variable("id")).get("id").asText());
    }
}
