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

/** Skills of a user: PUT replaces all, PATCH adds and updates, 50 a call, proficiency 0 to 5. */
public final class UserSkillEndpoints {

    private static final int PER_CALL = 50;
    private static final double MOST = 5.0;

    private final Organisation organisation;

    public UserSkillEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        String assign = "routing:skill:assign";
        router.on("GET", "/api/v2/users/{id}/routingskills", this::list)
                .on("PUT", "/api/v2/users/{id}/routingskills/bulk", request -> assign(request, true), assign)
                .on("PATCH", "/api/v2/users/{id}/routingskills/bulk", request -> assign(request, false), assign)
                .on("DELETE", "/api/v2/users/{id}/routingskills/{skillId}", this::remove, assign);
    }

    private Answer list(Request request) {
        return Answer.ok(Pages.page(request, skillsOf(organisation, user(request)), 500));
    }

    private Answer assign(Request request, boolean replace) {
        String userId = user(request);
        ArrayNode body = request.array();
        List<String> ids = Bodies.ids(body, PER_CALL);
        for (JsonNode entry : body) {
            JsonNode proficiency = entry.path("proficiency");
            if (!proficiency.isNumber() || proficiency.asDouble() < 0 || proficiency.asDouble() > MOST) {
                throw new Problem(400, "constraint.validation", "proficiency must be between 0 and 5");
            }
        }
        for (String skillId : ids) {
            organisation.skills().get(skillId);
        }
        Map<String, Double> skills = organisation.changingSkillsOf(userId);
        if (replace) {
            skills.clear();
        }
        body.forEach(entry ->
                skills.put(entry.get("id").asText(), entry.get("proficiency").asDouble()));
        return Answer.ok(Pages.page(request, skillsOf(organisation, userId), 500));
    }

    private Answer remove(Request request) {
        if (organisation.changingSkillsOf(user(request)).remove(request.variable("skillId")) == null) {
            throw Problem.notFound("skill of the user");
        }
        return Answer.noContent();
    }

    /** The skills of a user as answers show them. */
    static List<ObjectNode> skillsOf(Organisation organisation, String userId) {
        List<ObjectNode> skills = new ArrayList<>();
        organisation
                .shownSkillsOf(userId)
                .forEach((skillId, proficiency) -> organisation
                        .skills()
                        .find(skillId)
                        .ifPresent(skill -> skills.add(Json.object()
                                .put("id", skillId)
                                .put("name", skill.get("name").asText())
                                .put("proficiency", proficiency)
                                .put("state", "active"))));
        return skills;
    }

    private String user(Request request) {
        String userId = request.variable("id");
        if (!organisation.hasUser(userId)) {
            throw Problem.notFound("user");
        }
        return userId;
    }
}
