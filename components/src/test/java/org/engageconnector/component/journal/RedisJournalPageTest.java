package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.api.Test;

/** The scheme {@code redis-journal:} has its page and its place in Camel's catalogue, both with every option. */
class RedisJournalPageTest {

    private static final Path PAGE = Path.of("src/main/docs/redis-journal-component.adoc");
    private static final String CATALOGUE = "/META-INF/org/engageconnector/component/journal/redis-journal.json";

    @Test
    void the_page_names_every_option() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(options())
                .contains("journal", "orderBy")
                .allSatisfy(option -> assertThat(page).contains("| `" + option + "` |"));
    }

    @Test
    void the_page_has_the_defaults_of_the_catalogue() throws Exception {
        String page = Files.readString(PAGE);
        JsonNode properties = catalogue().path("properties");
        assertThat(options()).allSatisfy(option -> {
            JsonNode described = properties.path(option);
            assertThat(described.isMissingNode()).as("in the catalogue").isFalse();
            String value = described.path("defaultValue").asText();
            assertThat(page)
                    .contains("| `" + option + "` | " + type(described) + " | "
                            + (value.isEmpty() ? "" : "`" + value + "`") + " |");
        });
    }

    private static String type(JsonNode described) {
        if (described.path("type").asText().equals("duration")) {
            return "duration";
        }
        String name = described.path("javaType").asText();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> options() {
        List<String> names = new ArrayList<>();
        Stream.of(RedisJournalEndpoint.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(UriParam.class) || field.isAnnotationPresent(UriPath.class))
                .forEach(field -> names.add(field.getName()));
        return names;
    }

    private static JsonNode catalogue() throws Exception {
        try (InputStream in = RedisJournalPageTest.class.getResourceAsStream(CATALOGUE)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
