package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** Routing skills: unique by name, case apart; the {@code name} filter means "starts with"; they cannot be renamed. */
public final class SkillEndpoints {

    private final Organisation organisation;

    public SkillEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        router.on("GET", "/api/v2/routing/skills", this::list, "routing:skill:view")
                .on("POST", "/api/v2/routing/skills", this::create, "routing:skill:manage", "routing:skill:create")
                .on(
                        "GET",
                        "/api/v2/routing/skills/{id}",
                        request -> Answer.ok(organisation.skills().get(request.variable("id"))),
                        "routing:skill:view")
                .on(
                        "DELETE",
                        "/api/v2/routing/skills/{id}",
                        this::delete,
                        "routing:skill:manage",
                        "routing:skill:delete");
    }

    private Answer list(Request request) {
        return Answer.ok(Pages.page(
                request,
                organisation
                        .skills()
                        .listed(
                                Bodies.startsWith(request).and(Bodies.ids(request)),
                                organisation.surprises().listLagMillis()),
                500));
    }

    private Answer create(Request request) {
        ObjectNode body = request.object();
        String name = Bodies.required(body, "name", "constraint.validation");
        if (organisation.skills().first(Bodies.named(name)).isPresent()) {
            throw new Problem(409, "general.conflict", "A skill of that name already exists");
        }
        return organisation.made(organisation.skills().add(body.deepCopy().put("state", "active")));
    }

    private Answer delete(Request request) {
        String skillId =
                organisation.skills().remove(request.variable("id")).get("id").asText();
        organisation
                .users()
                .all(user -> true)
                .forEach(user ->
                        organisation.changingSkillsOf(user.get("id").asText()).remove(skillId));
        return Answer.noContent();
    }
}
