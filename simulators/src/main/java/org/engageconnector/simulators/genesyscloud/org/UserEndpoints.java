package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/**
 * Users: create, read, change with version, soft delete. An e-mail stays taken by a deleted user; a deleted user can only be
 * made active again, alone, before anything else of it can change.
 */
public final class UserEndpoints {

    private static final Set<String> STATES = Set.of("active", "inactive", "deleted", "any");
    private static final int IDS_PER_LIST = 100;

    private final Organisation organisation;

    public UserEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        router.on("GET", "/api/v2/users", this::list)
                .on("POST", "/api/v2/users", this::create, "directory:user:add")
                .on("GET", "/api/v2/users/{id}", this::read)
                .on(
                        "PATCH",
                        "/api/v2/users/{id}",
                        this::change,
                        "directory:user:edit",
                        "directory:organization:admin",
                        "admin")
                .on(
                        "DELETE",
                        "/api/v2/users/{id}",
                        this::delete,
                        "directory:user:delete",
                        "directory:organization:admin",
                        "admin");
    }

    private Answer list(Request request) {
        List<String> ids = request.parameters("id");
        if (ids.size() > IDS_PER_LIST) {
            throw new Problem(400, "bad.request", "Not more than 100 ids are allowed");
        }
        String state = request.parameter("state").orElse("active");
        if (!STATES.contains(state)) {
            throw new Problem(400, "invalid.value", "state must be one of active, inactive, deleted, any");
        }
        Predicate<ObjectNode> fits =
                user -> state.equals("any") || Organisation.state(user).equals(state);
        List<ObjectNode> users = organisation
                .users()
                .listed(fits.and(Bodies.ids(request)), organisation.surprises().listLagMillis());
        int cap = organisation.surprises().listCap();
        int last = request.number("pageNumber", 1, 1, Integer.MAX_VALUE) * request.number("pageSize", 25, 1, 500);
        if (cap > 0 && last > cap && users.size() > cap) {
            throw new Problem(400, "bad.request", "Not more than " + cap + " users can be listed");
        }
        boolean skills = request.parameters("expand").contains("skills");
        return Answer.ok(Pages.page(request, skills ? withSkills(users) : users, 500));
    }

    /** The same users with their skills, each made when its page is. */
    private List<ObjectNode> withSkills(List<ObjectNode> users) {
        return new AbstractList<>() {
            @Override
            public ObjectNode get(int index) {
                ObjectNode user = users.get(index).deepCopy();
                UserSkillEndpoints.skillsOf(organisation, user.get("id").asText())
                        .forEach(user.withArray("skills")::add);
                return user;
            }

            @Override
            public int size() {
                return users.size();
            }
        };
    }

    private Answer create(Request request) {
        ObjectNode body = request.object();
        Bodies.required(body, "name", "constraint.validation");
        String email = Bodies.required(body, "email", "constraint.validation");
        String division = Bodies.required(body, "divisionId", "constraint.validation");
        if (!division.equals(organisation.homeDivision())) {
            throw new Problem(400, "bad.request", "The division does not exist");
        }
        if (!email.contains("@")) {
            throw new Problem(400, "invalid.value", "email is not an e-mail address");
        }
        refuseTakenEmail(email, "");
        ObjectNode user = body.deepCopy();
        user.remove(List.of("divisionId", "password"));
        if (!user.hasNonNull("state")) {
            user.put("state", "inactive");
        }
        user.put("username", email).put("version", 1);
        user.putObject("division").put("id", division).put("name", "Home");
        return Answer.json(200, organisation.users().add(user));
    }

    private Answer read(Request request) {
        ObjectNode user = organisation.users().get(request.variable("id"));
        String wanted = request.parameter("state").orElse("");
        boolean deleted = Organisation.state(user).equals("deleted");
        if (wanted.isEmpty() ? deleted : !wanted.equals("any") && deleted != wanted.equals("deleted")) {
            throw Problem.notFound("user");
        }
        return Answer.ok(user);
    }

    private Answer change(Request request) {
        ObjectNode user = organisation.users().get(request.variable("id"));
        ObjectNode body = request.object();
        if (!body.path("version").isInt()) {
            throw new Problem(400, "constraint.validation", "version is required");
        }
        if (body.get("version").asInt() != user.get("version").asInt()) {
            throw conflict("The version supplied does not match the current version of the user");
        }
        String state = body.path("state").asText("");
        if (Organisation.state(user).equals("deleted") && (!state.equals("active") || body.size() != 2)) {
            throw new Problem(400, "bad.request", "Only the state of a deleted user can be changed");
        }
        if (!state.isEmpty() && !state.equals("active") && !state.equals("inactive")) {
            throw new Problem(400, "invalid.value", "state must be active or inactive");
        }
        if (body.hasNonNull("email")) {
            refuseTakenEmail(body.get("email").asText(), user.get("id").asText());
        }
        organisation.users().changing(user);
        body.properties().forEach(field -> {
            if (!Set.of("id", "version", "selfUri", "division", "divisionId").contains(field.getKey())) {
                user.set(field.getKey(), field.getValue());
            }
        });
        user.put("version", user.get("version").asInt() + 1);
        return Answer.ok(user);
    }

    private Answer delete(Request request) {
        ObjectNode user = organisation.users().get(request.variable("id"));
        if (Organisation.state(user).equals("deleted")) {
            throw Problem.notFound("user");
        }
        organisation.users().changing(user);
        user.put("state", "deleted").put("version", user.get("version").asInt() + 1);
        organisation
                .queues()
                .all(queue -> true)
                .forEach(queue -> organisation
                        .membersOf(queue.get("id").asText())
                        .remove(user.get("id").asText()));
        return Answer.noContent();
    }

    private void refuseTakenEmail(String email, String exceptOf) {
        organisation
                .users()
                .first(user -> user.path("email").asText().equalsIgnoreCase(email)
                        && !user.get("id").asText().equals(exceptOf))
                .ifPresent(user -> {
                    throw conflict("A user with the e-mail already exists");
                });
    }

    private Problem conflict(String message) {
        return new Problem(organisation.limits().conflictStatus(), "general.conflict", message);
    }
}
