package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.cloud.GenesysCloudApi;
import org.junit.jupiter.api.Test;

/** Every body that config-sync sends has only properties that the newest public SDK knows, and all that it requires. */
class ContractBodiesIT {

    private static final Path CONTRACT = Path.of("../simulators/src/test/resources/org/engageconnector/simulators/"
            + "genesyscloud/events/genesys-cloud-contract.json");

    /** Request to the model of its body, or of each entry of it. */
    private static final Map<String, String> MODELS = new LinkedHashMap<>();

    static {
        MODELS.put("POST /api/v2/users", "CreateUser");
        MODELS.put("PATCH /api/v2/users/[^/]+", "UpdateUser");
        MODELS.put("POST /api/v2/users/[^/]+/externalid", "UserExternalIdentifier");
        MODELS.put("(PUT|PATCH) /api/v2/users/[^/]+/routingskills/bulk", "UserRoutingSkillPost");
        MODELS.put("POST /api/v2/routing/skills", "RoutingSkill");
        MODELS.put("(POST|PUT) /api/v2/routing/wrapupcodes(/[^/]+)?", "WrapupCodeRequest");
        MODELS.put("POST /api/v2/routing/queues", "CreateQueueRequest");
        MODELS.put("PUT /api/v2/routing/queues/[^/]+", "Queue");
        MODELS.put("POST /api/v2/routing/queues/[^/]+/members([?]delete=true)?", "WritableEntity");
        MODELS.put("POST /api/v2/routing/queues/[^/]+/wrapupcodes", "WritableEntity");
        MODELS.put("(POST|PUT) /api/v2/presence/sources(/[^/]+)?", "Source");
        MODELS.put("PUT /api/v2/presence/users/[^/]+/primarysource", "UserPrimarySource");
    }

    private final TreeSet<String> wrong = new TreeSet<>();
    private final TreeSet<String> seen = new TreeSet<>();

    @Test
    void bodies_fit_the_models_of_the_public_sdk() throws IOException {
        JsonNode models = new ObjectMapper().readTree(CONTRACT.toFile()).path("models");
        EngageModel engage = EngageModel.of(4, 2);
        try (SyncWorld world = new SyncWorld(engage)) {
            GenesysCloudApi watched = (method, path, body) -> {
                check(models, method + " " + path, body);
                return world.client.request(method, path, body);
            };
            ConfigSync sync = world.sync(watched, new AlwaysOwner(), new OpenGate());
            sync.run(engage.snapshot());
            engage.rename(1001, "other");
            engage.disable(1002);
            engage.codes.put("Sold", "Sold well");
            engage.queue(2000, "Renamed", 1001L);
            sync.run(engage.snapshot());
            sync.confirm(String.valueOf(sync.status().planId()));
            sync.run(engage.snapshot());
            world.pass(25 * SyncWorld.HOUR);
            sync.run(engage.snapshot());
            assertThat(world.sent("PUT", "/api/v2/presence/sources/{id}")).isEqualTo(1);
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("models that were sent").containsAll(MODELS.values());
    }

    private void check(JsonNode models, String request, JsonNode body) {
        if (body == null || request.equals("POST /api/v2/users/search")) {
            return;
        }
        String model = MODELS.entrySet().stream()
                .filter(entry -> request.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (model == null) {
            wrong.add(request.split(" ")[0] + " of a path without a model");
            return;
        }
        seen.add(model);
        Iterable<JsonNode> objects = body.isArray() ? body : List.of(body);
        for (JsonNode object : objects) {
            object.fieldNames().forEachRemaining(property -> {
                if (!models.path(model).has(property)) {
                    wrong.add(model + "." + property + " is not known");
                }
            });
            models.path(model).properties().forEach(property -> {
                if (property.getValue().path("required").asBoolean() && !object.has(property.getKey())) {
                    wrong.add(model + "." + property.getKey() + " is missing");
                }
            });
        }
    }
}
