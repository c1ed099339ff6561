package org.engageconnector.simulators.genesyscloud.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds the schema of the simulator, which is made from the classes of the Java SDK, against the models of a much younger
 * public SDK: what differs is listed here and known, anything else fails.
 */
class ContractWatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTRACT = "genesys-cloud-contract.json";

    @Test
    void events_have_the_properties_and_required_marks_of_the_newest_public_sdk() throws IOException {
        JsonNode models = read(ContractWatchTest.class, CONTRACT).path("models");
        JsonNode schema = read(EventSchema.class, EventSchema.RESOURCE).path("$defs");
        Map<String, String> differences = new TreeMap<>();
        schema.properties().forEach(model -> {
            if (!model.getValue().has("properties")) {
                return;
            }
            String name = model.getKey();
            if (!models.has(name)) {
                differences.put(name, "is not in the contract");
                return;
            }
            compare(name, model.getValue(), models.path(name), differences);
        });
        assertThat(differences).isEqualTo(KNOWN);
    }

    /** Optional properties that the Java SDK does not have and we do not send. */
    private static final Map<String, String> KNOWN = new TreeMap<>(Map.of());

    private static void compare(String name, JsonNode ours, JsonNode theirs, Map<String, String> differences) {
        TreeSet<String> required = new TreeSet<>();
        ours.path("required").forEach(property -> required.add(property.asText()));
        TreeSet<String> all = new TreeSet<>();
        ours.path("properties").fieldNames().forEachRemaining(all::add);
        theirs.fieldNames().forEachRemaining(all::add);
        for (String property : all) {
            boolean here = ours.path("properties").has(property);
            boolean there = theirs.has(property);
            if (here != there) {
                differences.put(name + "." + property, here ? "is ours only" : "is new");
            } else if (required.contains(property)
                    != theirs.path(property).path("required").asBoolean()) {
                differences.put(name + "." + property, "is required on one side only");
            }
        }
    }

    @Test
    void the_copy_of_the_contract_is_the_one_that_is_shared() throws IOException {
        Path shared = Path.of("../../shared/reference", CONTRACT);
        if (Files.exists(shared)) {
            assertThat(read(ContractWatchTest.class, CONTRACT)).isEqualTo(JSON.readTree(shared.toFile()));
        }
    }

    private static JsonNode read(Class<?> beside, String resource) throws IOException {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            return JSON.readTree(stream);
        }
    }
}
