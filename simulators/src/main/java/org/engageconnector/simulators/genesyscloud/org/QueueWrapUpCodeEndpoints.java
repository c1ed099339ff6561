package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** Wrap-up codes attached to a queue: list by pages, attach 100 a call, detach one. */
public final class QueueWrapUpCodeEndpoints {

    private static final int PER_CALL = 100;

    private final Organisation organisation;

    public QueueWrapUpCodeEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        String path = "/api/v2/routing/queues/{id}/wrapupcodes";
        router.on("GET", path, this::list, "routing:queue:view", "routing:wrapupCode:view")
                .on("POST", path, this::attach, "routing:queue:edit")
                .on("GET", path + "/{codeId}", this::read, "routing:queue:view", "routing:wrapupCode:view")
                .on("DELETE", path + "/{codeId}", this::detach, "routing:queue:edit");
    }

    private Answer list(Request request) {
        List<ObjectNode> codes = codesOf(request).stream()
                .map(organisation.wrapUpCodes()::find)
                .flatMap(Optional::stream)
                .toList();
        return Answer.ok(Pages.page(request, codes, PER_CALL));
    }

    private Answer read(Request request) {
        if (!codesOf(request).contains(request.variable("codeId"))) {
            throw Problem.notFound("wrap-up code of the queue");
        }
        return Answer.ok(organisation.wrapUpCodes().get(request.variable("codeId")));
    }

    private Answer attach(Request request) {
        Set<String> codes = codesOf(request);
        List<String> ids = Bodies.ids(request.array(), PER_CALL);
        var attached = Json.MAPPER.createArrayNode();
        ids.forEach(id -> attached.add(organisation.wrapUpCodes().get(id)));
        codes.addAll(ids);
        return Answer.ok(attached);
    }

    private Answer detach(Request request) {
        if (!codesOf(request).remove(request.variable("codeId"))) {
            throw Problem.notFound("wrap-up code of the queue");
        }
        return Answer.noContent();
    }

    private Set<String> codesOf(Request request) {
        String id = organisation.queues().get(request.variable("id")).get("id").asText();
        organisation.checkChildrenOf(id);
        return organisation.codesOf(id);
    }
}
