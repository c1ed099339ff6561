package org.engageconnector.simulators.genesyscloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.simulators.genesyscloud.http.Json;

/** Two users, two queues, a wrap-up code and a source, made through the API as config sync makes them. */
public final class FilledOrganisation {

    public final Caller config;
    public final String source;
    public final String userA;
    public final String userB;
    public final String queue1;
    public final String queue2;
    public final String code;
    private String userC;

    public FilledOrganisation(GenesysCloudSimulator simulator) {
        config = Caller.of(simulator, "config-sync");
        String home = config.ok("GET", "/api/v2/authorization/divisions/home", null)
                .path("id")
                .asText();
        source = config.create("/api/v2/presence/sources", Json.object().put("name", "Engage Tenant"));
        userA = config.create("/api/v2/users", user("Ann Agent", "ann@example.com", home));
        userB = config.create("/api/v2/users", user("Bob Agent", "bob@example.com", home));
        queue1 = config.create("/api/v2/routing/queues", Json.object().put("name", "Sales"));
        queue2 = config.create("/api/v2/routing/queues", Json.object().put("name", "Support"));
        code = config.create("/api/v2/routing/wrapupcodes", Json.object().put("name", "Sold"));
    }

    /** A third user, made when it is asked for first. */
    public String userC() {
        if (userC == null) {
            String home = config.ok("GET", "/api/v2/authorization/divisions/home", null)
                    .path("id")
                    .asText();
            userC = config.create("/api/v2/users", user("Cleo Agent", "cleo@example.com", home));
        }
        return userC;
    }

    /** The id of the definition of a system presence. */
    public String presence(String systemPresence) {
        for (JsonNode one :
                config.ok("GET", "/api/v2/presence/definitions", null).path("entities")) {
            if (one.path("systemPresence").asText().equals(systemPresence)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no definition of " + systemPresence);
    }

    public static ObjectNode user(String name, String email, String division) {
        return Json.object()
                .put("name", name)
                .put("email", email)
                .put("divisionId", division)
                .put("state", "active");
    }
}
