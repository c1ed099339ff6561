package org.engageconnector.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema describes every key, and knows the settings, files and versions that the program has. */
class ChartSchemaTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAME = Pattern.compile("`([A-Z_]+)`");
    /** Set by the chart itself. */
    private static final Pattern OWN = Pattern.compile(
            "EX_INSTANCE_ID|EX_ACTIVE|EX_(CONFIG_SYNC|AGENT_STATE_SYNC|CONVERSATION_PROVIDER)_HTTP_(HOST|PORT)");

    private final JsonNode schema = new ObjectMapper()
            .readTree(RenderedChart.CHART.resolve("values.schema.json").toFile());
    private final JsonNode values =
            new YAMLMapper().readTree(Files.readString(RenderedChart.CHART.resolve("values.yaml")));

    ChartSchemaTest() throws IOException {}

    @Test
    void every_key_is_described_and_no_other_is_let_in() {
        List<String> poor = new ArrayList<>();
        look("", schema, poor);
        assertThat(poor).isEmpty();
    }

    private static void look(String place, JsonNode node, List<String> poor) {
        if (node.path("description").asText().length() < 5) {
            poor.add(place + ": no description");
        }
        JsonNode keys = node.path("properties");
        if (!keys.isMissingNode() && node.path("additionalProperties").asBoolean(true)) {
            poor.add(place + ": takes keys that it does not know");
        }
        keys.properties().forEach(each -> look(place + "." + each.getKey(), each.getValue(), poor));
    }

    @Test
    void every_value_of_the_values_file_is_in_the_schema_and_the_other_way_round() {
        assertThat(keys(values, schema)).isEqualTo(properties("", schema));
    }

    private static Set<String> properties(String place, JsonNode node) {
        Set<String> found = new TreeSet<>();
        node.path("properties").properties().forEach(each -> {
            // offered, but with no default
            if (Set.of("global", "claims", "initialDelaySeconds").contains(each.getKey())) {
                return;
            }
            found.add(place + "." + each.getKey());
            found.addAll(properties(place + "." + each.getKey(), each.getValue()));
        });
        return found;
    }

    private static Set<String> keys(JsonNode values, JsonNode schema) {
        Set<String> found = new TreeSet<>();
        collect("", values, schema, found);
        return found;
    }

    private static void collect(String place, JsonNode values, JsonNode schema, Set<String> found) {
        if (schema.path("properties").isMissingNode()) {
            return;
        }
        values.properties().forEach(each -> {
            found.add(place + "." + each.getKey());
            collect(
                    place + "." + each.getKey(),
                    each.getValue(),
                    schema.path("properties").path(each.getKey()),
                    found);
        });
    }

    @Test
    void the_settings_it_takes_are_those_of_the_program_without_secrets() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String row : Files.readAllLines(ROOT.resolve("docs/configuration.md"))) {
            String[] cells = row.split("(?<!\\\\)\\|");
            if (row.startsWith("| `ex.") && cells.length > 4 && !cells[4].contains(", secret")) {
                NAME.matcher(cells[2])
                        .results()
                        .map(MatchResult::group)
                        .forEach(name -> known.add(name.replace("`", "")));
            }
        }
        known.removeIf(name -> OWN.matcher(name).matches() || !name.startsWith("EX_"));
        Set<String> taken = new TreeSet<>();
        schema.at(
                        "/properties/engageconnector/properties/engageconnectorConfig/properties/envs/propertyNames/anyOf/1/enum")
                .forEach(name -> taken.add(name.asText()));
        assertThat(known).hasSizeGreaterThan(40);
        assertThat(taken).isEqualTo(known);
    }

    @Test
    void the_image_is_that_of_the_program() throws IOException {
        JsonNode chart = new YAMLMapper().readTree(Files.readString(RenderedChart.CHART.resolve("Chart.yaml")));
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        assertThat(pom).contains("<version>" + chart.path("appVersion").asText() + "</version>");
        String dockerfile = Files.readString(ROOT.resolve("docker/Dockerfile"));
        assertThat(dockerfile)
                .contains("USER "
                        + values.at("/engageconnector/securityContext/runAsUser")
                                .asText() + ":"
                        + values.at("/engageconnector/securityContext/runAsGroup")
                                .asText())
                .contains("WORKDIR /opt/engage-connector")
                .contains("VOLUME [\"/tmp\"]")
                .contains("ENTRYPOINT [\"/opt/engage-connector/engage-connector\"]")
                .contains("EXPOSE 3640 3630 3650");
    }
}
