package org.engageconnector.app.routes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.Problem;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What can be said of a route file without the beans and connections of a running role. */
public final class RouteSyntax {

    private static final String NEXT = "mend the file; docs/operations.md says how routes may be changed";

    private final ObjectMapper yaml =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final JsonSchema schema = schema();

    private final EndpointOptions endpoints;

    /** @param properties what placeholders stand for */
    public RouteSyntax(Map<String, String> properties) {
        this.endpoints = new EndpointOptions(properties);
    }

    /** Everything that is wrong with a file, by its schema, then by the endpoints it names. */
    public List<Problem> problems(Path file) {
        try {
            String text = Files.readString(file);
            JsonNode tree = yaml.readTree(text);
            YamlLines lines = new YamlLines(text);
            List<Problem> problems = new ArrayList<>();
            schema.validate(tree).stream()
                    .limit(1)
                    .forEach(message -> problems.add(problem(
                            file, lines.line(message.getInstanceLocation().toString()), message.getMessage())));
            if (problems.isEmpty()) {
                endpoints
                        .problems(tree)
                        .forEach(wrong -> problems.add(problem(file, lines.lineOf(wrong.uri()), wrong.what())));
            }
            return problems;
        } catch (JsonProcessingException e) {
            return List.of(RouteProblems.notYaml(file, e));
        } catch (YAMLException e) {
            return List.of(problem(
                    file,
                    e instanceof MarkedYAMLException marked
                            ? marked.getProblemMark().getLine() + 1
                            : 0,
                    "the route file is not YAML that can be read: "
                            + e.getMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            return List.of(RouteProblems.unreadable(file, e));
        }
    }

    private static Problem problem(Path file, int line, String what) {
        return new Problem(what, file + (line > 0 ? ", line " + line : ""), NEXT);
    }

    private static JsonSchema schema() {
        try (InputStream in = RouteSyntax.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
