package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Pages;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** Presence definitions: the ten primary ones of every organisation, and secondary ones that are added. Unpaged. */
public final class PresenceDefinitionEndpoints {

    private final Organisation organisation;

    public PresenceDefinitionEndpoints(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        String path = "/api/v2/presence/definitions";
        router.on("GET", path, this::list, "presence:presenceDefinition:view")
                .on("POST", path, this::create, "presence:presenceDefinition:add")
                .on(
                        "GET",
                        path + "/{id}",
                        request -> Answer.ok(organisation.definitions().get(request.variable("id"))),
                        "presence:presenceDefinition:view")
                .on("DELETE", path + "/{id}", this::deactivate, "presence:presenceDefinition:delete");
    }

    private Answer list(Request request) {
        boolean deactivated = request.flag("deactivated");
        return Answer.ok(Pages.whole(
                request,
                organisation
                        .definitions()
                        .all(definition ->
                                deactivated || !definition.path("deactivated").asBoolean())));
    }

    private Answer create(Request request) {
        ObjectNode body = request.object();
        if (body.path("languageLabels").isEmpty()) {
            throw new Problem(409, "no.language.label", "A presence definition needs a label");
        }
        String system = Organisation.plain(body.path("systemPresence").asText(""));
        String presence = Organisation.SYSTEM_PRESENCES.stream()
                .filter(known -> Organisation.plain(known).equals(system))
                .findFirst()
                .orElseThrow(
                        () -> new Problem(409, "no.system.presence", "A presence definition needs a system presence"));
        ObjectNode definition = body.deepCopy()
                .put("type", "User")
                .put("systemPresence", presence)
                .put("primary", false)
                .put("deactivated", false);
        return Answer.ok(organisation.definitions().add(definition));
    }

    private Answer deactivate(Request request) {
        ObjectNode definition = organisation.definitions().get(request.variable("id"));
        if (definition.path("type").asText().equals("System")) {
            throw new Problem(409, "general.conflict", "A system presence cannot be deactivated");
        }
        definition.put("deactivated", true);
        return Answer.noContent();
    }
}
