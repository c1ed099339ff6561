package org.engageconnector.simulators.genesyscloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The contract of the events API: which lists a batch may have, and the schema of the events in each. The schema file is made
 * from the model classes of the official Java SDK; a test holds the two equal. Immutable, thread-safe.
 */
final class EventSchema {

    static final String RESOURCE = "genesys-cloud-events.schema.json";

    private static final String PREFIX = "#/$defs/";

    private final Map<String, Map<String, JsonSchema>> schemas = new LinkedHashMap<>();

    EventSchema() {
        JsonNode root = read();
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        for (String batch : new String[] {
            "BatchConversationEventRequest", "BatchUserPresenceEventRequest", "BatchUserRoutingStatusEventRequest"
        }) {
            Map<String, JsonSchema> lists = new LinkedHashMap<>();
            root.path("$defs").path(batch).path("properties").properties().forEach(list -> {
                String reference = list.getValue().path("items").path("$ref").asText();
                lists.put(list.getKey(), factory.getSchema(schemaOf(root, reference)));
            });
            schemas.put(batch, lists);
        }
    }

    /** True when a batch of this model has a list of that name. */
    boolean knows(String batch, String list) {
        return schemas.get(batch).containsKey(list);
    }

    /** What is wrong with an event of that list; empty when it is well-formed. */
    Optional<Malformed> check(String batch, String list, JsonNode event) {
        return schemas.get(batch).get(list).validate(event).stream()
                .map(EventSchema::toMalformed)
                .min(Comparator.comparing(Malformed::message));
    }

    private static Malformed toMalformed(ValidationMessage finding) {
        String field = finding.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        return switch (finding.getType()) {
            case "required" -> new Malformed("constraint.validation", finding.getProperty() + ": is required");
            case "additionalProperties" ->
                new Malformed("invalid.property", "Property " + finding.getProperty() + " is not known");
            case "enum" -> new Malformed("invalid.value", field + ": is not one of the known values");
            case "format" -> new Malformed("invalid.date", field + ": is not a date");
            case "pattern" ->
                field.endsWith("DateTime")
                        ? new Malformed("invalid.date", field + ": is not of the form yyyy-MM-ddTHH:mm:ss[.mmm]Z")
                        : new Malformed("invalid.value", field + ": is not a V4 UUID");
            default ->
                new Malformed("invalid.value", (field.isEmpty() ? "event" : field) + ": is not of the right type");
        };
    }

    private static JsonNode schemaOf(JsonNode root, String reference) {
        ObjectNode schema =
                root.path("$defs").path(reference.substring(PREFIX.length())).<ObjectNode>deepCopy();
        schema.set("$schema", root.get("$schema"));
        schema.set("$defs", root.get("$defs"));
        return schema;
    }

    private static JsonNode read() {
        try (InputStream resource = EventSchema.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A finding: the code that a request-level error would carry, and words that name the field but never its value. */
    record Malformed(String code, String message) {}
}
