package org.engageconnector.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteFilesTest {

    private static final List<String> GENESYS_CLOUD =
            List.of("{{ex.genesys-cloud.api-url}}", "{{ex.genesys-cloud.login-url}}");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @Test
    void http_leaves_to_genesys_cloud_only() throws IOException {
        for (Path file : files()) {
            for (JsonNode uri : yaml.readTree(file.toFile()).findValues("uri")) {
                String text = uri.asText();
                boolean http = text.startsWith("http") || text.startsWith("{{") || text.startsWith("toD:http");
                assertThat(!http || GENESYS_CLOUD.stream().anyMatch(text::startsWith))
                        .as(file + ": " + text)
                        .isTrue();
            }
        }
    }

    @Test
    void every_route_has_an_id_and_a_description() throws IOException {
        for (Path file : files()) {
            for (JsonNode item : yaml.readTree(file.toFile())) {
                JsonNode route = item.has("route") ? item.get("route") : item.get("routeTemplate");
                if (route != null) {
                    assertThat(route.path("id").asText()).as(file + ": id").isNotBlank();
                    assertThat(route.path("description").asText())
                            .as(file + ": description of " + route.path("id").asText())
                            .isNotBlank();
                }
            }
        }
    }

    /** The form that Camel's own tools read and write: no word that stands for a longer one. */
    @Test
    void routes_are_written_in_camels_canonical_form() throws IOException {
        List<String> shorthands = new ArrayList<>();
        for (Path file : files()) {
            JsonNode tree = yaml.readTree(file.toFile());
            for (String step : List.of("to", "toD", "wireTap", "bean", "process", "setProperty", "removeProperty")) {
                tree.findValues(step).stream()
                        .filter(JsonNode::isValueNode)
                        .forEach(value -> shorthands.add(file + ": " + step + ": " + value.asText()));
            }
            for (String language : List.of("simple", "constant", "header", "jsonpath", "exchangeProperty")) {
                tree.findParents(language).stream()
                        .filter(parent -> parent.get(language).isValueNode())
                        .forEach(parent -> shorthands.add(file + ": " + language + " without expression"));
            }
            tree.findValuesAsText("uri").stream()
                    .filter(uri -> uri.contains("?"))
                    .forEach(uri -> shorthands.add(file + ": parameters within " + uri));
        }
        assertThat(shorthands).isEmpty();
    }

    @Test
    void no_java_hides_between_the_routes() throws IOException {
        List<Path> strange = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("../routes"))) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".camel.yaml"))
                    .forEach(strange::add);
        }
        assertThat(strange).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).toList();
        }
    }
}
