package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        String queueId = queue(request);
        String by = request.parameter("memberBy").orElse("");
        List<ObjectNode> members = new ArrayList<>();
        if (!by.equals("group")) {
            organisation.shownMembersOf(queueId).forEach((id, joined) -> member(members, id, joined, "user"));
        }
        if (!by.equals("user")) {
            organisation.groupMembersOf(queueId).forEach(id -> member(members, id, true, "group"));
        }
        return Answer.ok(Pages.withoutTotal(request, members, PER_CALL));
    }

    private void member(List<ObjectNode> members, String userId, boolean joined, String by) {
        organisation
                .users()
                .find(userId)
                .ifPresent(user -> members.add(Json.object()
                        .put("id", userId)
                        .put("name", user.path("name").asText())
                        .put("joined", joined)
                        .put("memberBy", by)));
    }

    private Answer addOrRemove(Request request) {
        String queueId = queue(request);
        List<String> ids = Bodies.ids(request.array(), PER_CALL);
        Set<String> ofGroups = organisation.groupMembersOf(queueId);
        if (ids.stream().anyMatch(ofGroups::contains)) {
            throw new Problem(400, "invalid.type", "A member that comes through a group cannot be added or removed");
        }
        Map<String, Boolean> members = organisation.changingMembersOf(queueId);
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
        Map<String, Boolean> members = organisation.changingMembersOf(queue(request));
        ArrayNode body = request.array();
        Bodies.ids(body, PER_CALL);
        for (JsonNode entry : body) {
            members.replace(entry.get("id").asText(), entry.path("joined").asBoolean());
        }
        return Answer.json(202, Json.object());
    }

    private String queue(Request request) {
        String id = organisation.queues().get(request.variable("id")).get("id").asText();
        organisation.checkChildrenOf(id);
        return id;
    }
}
