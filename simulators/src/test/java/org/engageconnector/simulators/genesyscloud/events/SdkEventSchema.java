package org.engageconnector.simulators.genesyscloud.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mypurecloud.sdk.v2.model.BatchConversationEventRequest;
import com.mypurecloud.sdk.v2.model.BatchUserPresenceEventRequest;
import com.mypurecloud.sdk.v2.model.BatchUserRoutingStatusEventRequest;
import io.swagger.annotations.ApiModelProperty;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the JSON schema of the event batches out of the model classes of the official SDK: property names, required marks and
 * enumerations from the annotations, the shape of ids from the words "V4 UUID" in the field texts. Run {@link #main} to write
 * the resource again after a change of the SDK's version.
 */
final class SdkEventSchema {

    static final Path RESOURCE =
            Path.of("src/main/resources/org/engageconnector/simulators/genesyscloud/events", EventSchema.RESOURCE);

    private static final String HEX = "[0-9a-fA-F]";
    private static final String UUID = "^" + HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}$";
    private static final String V4_UUID =
            "^" + HEX + "{8}-" + HEX + "{4}-4" + HEX + "{3}-[89abAB]" + HEX + "{3}-" + HEX + "{12}$";
    private static final String UTC_MILLIS = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{3})?Z$";

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(RESOURCE.getParent());
        Files.writeString(RESOURCE, new SdkEventSchema().write());
    }

    /** The whole schema as the text of the resource file. */
    String write() {
        define(BatchConversationEventRequest.class);
        define(BatchUserPresenceEventRequest.class);
        define(BatchUserRoutingStatusEventRequest.class);
        definitions.put("V4Uuid", nodes.objectNode().put("type", "string").put("pattern", V4_UUID));
        definitions.put("Uuid", nodes.objectNode().put("type", "string").put("pattern", UUID));
        definitions.put(
                "UtcTime",
                nodes.objectNode()
                        .put("type", "string")
                        .put("format", "date-time")
                        .put("pattern", UTC_MILLIS));
        List<String> lines = new ArrayList<>();
        definitions.forEach((name, definition) -> lines.add("  \"" + name + "\": " + render(definition)));
        return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                + "  \"title\": \"Batches of the Genesys Cloud events API, from the model classes of its Java SDK\",\n"
                + "  \"$defs\": {\n" + String.join(",\n", lines) + "\n  }\n}\n";
    }

    /** One property a line, so that a difference between two SDK versions is easy to read. */
    private static String render(ObjectNode definition) {
        if (!definition.has("properties")) {
            return definition.toString();
        }
        List<String> lines = new ArrayList<>();
        definition
                .get("properties")
                .properties()
                .forEach(property -> lines.add("  \"" + property.getKey() + "\": " + property.getValue()));
        String head = definition.deepCopy().without("properties").toString();
        return head.substring(0, head.length() - 1) + ", \"properties\": {\n" + String.join(",\n", lines) + "}}";
    }

    private JsonNode define(Class<?> model) {
        String name = model.getSimpleName();
        if (!definitions.containsKey(name)) {
            ObjectNode definition = nodes.objectNode();
            definitions.put(name, definition);
            Map<String, Method> getters = new TreeMap<>();
            for (Method method : model.getMethods()) {
                JsonProperty property = method.getAnnotation(JsonProperty.class);
                if (property != null && method.getParameterCount() == 0) {
                    getters.put(property.value(), method);
                }
            }
            definition.put("type", "object").put("additionalProperties", false);
            ObjectNode properties = nodes.objectNode();
            getters.forEach((property, getter) -> {
                ApiModelProperty text = getter.getAnnotation(ApiModelProperty.class);
                properties.set(property, schemaOf(getter.getGenericReturnType(), text == null ? "" : text.value()));
                if (text != null && text.required()) {
                    definition.withArray("required").add(property);
                }
            });
            definition.set("properties", properties);
        }
        return reference(name);
    }

    private JsonNode reference(String definition) {
        return nodes.objectNode().put("$ref", "#/$defs/" + definition);
    }

    private JsonNode schemaOf(Type type, String text) {
        if (type == String.class) {
            return text.contains("V4 UUID")
                    ? reference("V4Uuid")
                    : text.contains("(UUID)")
                            ? reference("Uuid")
                            : nodes.objectNode().put("type", "string");
        }
        if (type == Boolean.class) {
            return nodes.objectNode().put("type", "boolean");
        }
        if (type == Date.class) {
            return reference("UtcTime");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            ObjectNode array = nodes.objectNode().put("type", "array");
            array.set("items", schemaOf(generic.getActualTypeArguments()[0], text));
            return array;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            ObjectNode map = nodes.objectNode().put("type", "object");
            map.set("additionalProperties", schemaOf(generic.getActualTypeArguments()[1], ""));
            return map;
        }
        if (type instanceof Class<?> model && model.isEnum()) {
            ObjectNode values = nodes.objectNode().put("type", "string");
            for (Object value : model.getEnumConstants()) {
                // the SDK's own word for "a value I do not know"; never to be sent
                if (!value.toString().equals("OutdatedSdkVersion")) {
                    values.withArray("enum").add(value.toString());
                }
            }
            return values;
        }
        if (type instanceof Class<?> model && model.getName().startsWith("com.mypurecloud.sdk.v2.model.")) {
            return define(model);
        }
        throw new IllegalStateException("the SDK uses a type the schema generator does not know: " + type);
    }
}
