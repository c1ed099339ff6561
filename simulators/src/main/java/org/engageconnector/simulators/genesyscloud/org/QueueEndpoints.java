package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/**
 * Queues: unique by name, case apart; found by name with {@code *}, by id or by {@code peerId}. Refused names (for example
 * {@code VQ_Unmapped}, docs/simulators.md#what-exists) answer 400. A queue with live conversations cannot be deleted.
 */
public final class QueueEndpoints {

    private final Organisation organisation;
    private final Set<String> refusedNames;
    private final Predicate<String> active;

    /** @param active tells whether a queue id has live conversations */
    public QueueEndpoints(Organisation organisation, Set<String> refusedNames, Predicate<String> active) {
        this.organisation = organisation;
        this.refusedNames = refusedNames;
        this.active = active;
    }

    public void register(Router router) {
        router.on("GET", "/api/v2/routing/queues", this::list, "routing:queue:view")
                .on("POST", "/api/v2/routing/queues", this::create, "routing:queue:add")
                .on("GET", "/api/v2/routing/queues/{id}", this::read, "routing:queue:view")
                .on("PUT", "/api/v2/routing/queues/{id}", this::replace, "routing:queue:edit")
                .on("DELETE", "/api/v2/routing/queues/{id}", this::delete, "routing:queue:delete");
    }

    private Answer list(Request request) {
        Predicate<ObjectNode> fits = Bodies.wildcard(request).and(Bodies.ids(request));
        List<String> peers = request.parameters("peerId");
        if (!peers.isEmpty()) {
            fits = fits.and(queue -> peers.contains(queue.path("peerId").asText()));
        }
        if (request.parameter("hasPeer").isPresent()) {
            boolean wanted = request.flag("hasPeer");
            fits = fits.and(queue -> queue.hasNonNull("peerId") == wanted);
        }
        return Answer.ok(Pages.page(
                request,
                organisation.queues().listed(fits, organisation.surprises().listLagMillis()).stream()
                        .map(this::counted)
                        .toList(),
                500));
    }

    private Answer create(Request request) {
        ObjectNode body = request.object();
        String name = freeName(body, "");
        if (organisation.queues().size() >= organisation.limits().queues()) {
            throw new Problem(400, "queue.limit.exceeded", "The maximum number of queues is reached");
        }
        ObjectNode queue = body.deepCopy().put("name", name);
        checkDivision(queue);
        if (organisation.surprises().queueProperty()) {
            queue.put("gradingMethod", "Automatic");
        }
        return organisation.made(counted(organisation.queues().add(queue)));
    }

    private Answer read(Request request) {
        return Answer.ok(counted(organisation.queues().get(request.variable("id"))));
    }

    private Answer replace(Request request) {
        ObjectNode old = organisation.queues().get(request.variable("id"));
        String id = old.get("id").asText();
        ObjectNode body = request.object().deepCopy();
        if (organisation.clashes(id)) {
            throw new Problem(
                    409,
                    "version.conflict",
                    "The version number of the modified resource must match the version number of the request");
        }
        if (!body.path("gradingMethod").equals(old.path("gradingMethod"))) {
            throw new Problem(400, "bad.request", "The value of gradingMethod is not one of Automatic, Manual");
        }
        body.put("name", freeName(body, id));
        body.set("division", old.get("division"));
        body.remove(List.of("selfUri", "memberCount", "joinedMemberCount"));
        return Answer.ok(counted(organisation.queues().add(id, body)));
    }

    private Answer delete(Request request) {
        String id = organisation.queues().get(request.variable("id")).get("id").asText();
        if (active.test(id) && !request.flag("forceDelete")) {
            throw new Problem(400, "active.queue", "The queue has active conversations");
        }
        organisation.holdName(organisation.queues().get(id).path("name").asText());
        organisation.queues().remove(id);
        organisation.membersOf(id).clear();
        organisation.codesOf(id).clear();
        return Answer.noContent();
    }

    private String freeName(ObjectNode body, String exceptOf) {
        String name = Bodies.required(body, "name", "invalid.name");
        if (refusedNames.contains(name)) {
            throw new Problem(400, "invalid.name", "The name of the queue is not allowed");
        }
        if (organisation.nameIsHeld(name)) {
            throw new Problem(400, "duplicate.name", "A queue of that name already exists");
        }
        organisation.queues().first(Bodies.named(name)).ifPresent(other -> {
            if (!other.get("id").asText().equals(exceptOf)) {
                throw new Problem(400, "duplicate.name", "A queue of that name already exists");
            }
        });
        return name;
    }

    private void checkDivision(ObjectNode queue) {
        String division = queue.path("division").path("id").asText(organisation.homeDivision());
        if (!division.equals(organisation.homeDivision())) {
            throw new Problem(400, "bad.request", "The division does not exist");
        }
        queue.putObject("division").put("id", division).put("name", "Home");
    }

    private ObjectNode counted(ObjectNode queue) {
        String id = queue.get("id").asText();
        var members = organisation.shownMembersOf(id).values();
        Set<String> all = new HashSet<>(organisation.shownMembersOf(id).keySet());
        all.addAll(organisation.groupMembersOf(id));
        return queue.deepCopy().put("memberCount", all.size()).put("joinedMemberCount", (int)
                members.stream().filter(joined -> joined).count());
    }
}
