package org.engageconnector.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API says what there is, no more and no less. */
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");
    private static final Set<String> NO_ROUTES = Set.of("get /api/v1/access", "get /api/v1/openapi.json");

    @Test
    void every_path_of_the_routes_is_described_and_every_described_path_is_there() throws IOException {
        Set<String> served = new TreeSet<>(NO_ROUTES);
        try (Stream<Path> files = Files.list(Path.of("../routes"))) {
            for (Path file : files.toList()) {
                for (JsonNode item : YAML.readTree(file.toFile())) {
                    served.addAll(operations(item.path("rest")));
                }
            }
        }
        Set<String> described = new TreeSet<>();
        description()
                .path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> described.add(method + " " + path.getKey())));

        assertThat(described).isEqualTo(served);
    }

    @Test
    void every_reference_leads_somewhere_and_every_path_parameter_is_described() throws IOException {
        JsonNode description = description();
        description
                .findValuesAsText("$ref")
                .forEach(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    Set<String> named = new TreeSet<>();
                    operation.path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asText().equals("path")) {
                            named.add("{" + parameter.path("name").asText() + "}");
                        }
                    });
                    Set<String> wanted = new TreeSet<>();
                    Stream.of(path.getKey().split("/"))
                            .filter(part -> part.startsWith("{"))
                            .forEach(wanted::add);
                    assertThat(named).as(path.getKey()).isEqualTo(wanted);
                    assertThat(operation.path("responses").has("401"))
                            .as(path.getKey())
                            .isTrue();
                }));
    }

    private static Set<String> operations(JsonNode rest) {
        Set<String> operations = new TreeSet<>();
        String base = rest.path("path").asText();
        for (String method : METHODS) {
            rest.path(method)
                    .forEach(verb -> operations.add(
                            method + " " + base + verb.path("path").asText()));
        }
        operations.removeIf(operation -> !operation.contains(" /api/v1"));
        return operations;
    }

    private static JsonNode description() throws IOException {
        return JSON.readTree(Path.of("src/main/resources/console/openapi.json").toFile());
    }
}
