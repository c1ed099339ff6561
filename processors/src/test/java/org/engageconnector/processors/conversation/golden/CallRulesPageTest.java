package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.junit.jupiter.api.Test;

/** docs/call-rules.md has every rule, and says which golden files rest on it. {@code -Dwrite.call-rules=true} writes that anew. */
class CallRulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "call-rules.md");
    private static final String HEAD = "\n| rule | golden files |\n|---|---|\n";
    private static final Pattern RULE = Pattern.compile("(?m)^### ([A-Z]\\d): .+\n<a id=\"(\\w+)\"></a>$");

    @Test
    void the_page_says_which_golden_files_rest_on_which_rule() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(HEAD);
        String text = page.substring(0, page.indexOf(HEAD)) + HEAD + table(rules(page));
        if (Boolean.getBoolean("write.call-rules")) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("run the test CallRulesPageTest with -Dwrite.call-rules=true")
                .isEqualTo(text);
    }

    @Test
    void every_rule_of_a_golden_file_is_on_the_page_and_every_rule_of_the_page_has_a_golden_file() throws IOException {
        assertThat(rules(Files.readString(PAGE)))
                .doesNotHaveDuplicates()
                .hasSameElementsAs(GoldenCase.all().stream()
                        .flatMap(golden -> rules(golden).stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_rule_has_an_anchor_of_its_name() throws IOException {
        assertThat(RULE.matcher(Files.readString(PAGE)).results())
                .isNotEmpty()
                .allMatch(heading -> heading.group(1).toLowerCase(Locale.ROOT).equals(heading.group(2)));
    }

    @Test
    void every_disconnect_type_is_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(DisconnectType.values()).allMatch(type -> page.contains("</a>`" + type.word() + "` |"));
    }

    private static String table(List<String> rules) {
        StringBuilder table = new StringBuilder();
        for (String rule : rules) {
            List<String> folders = new ArrayList<>();
            for (Path folder : List.of(GoldenCase.GIVEN, GoldenCase.OWN)) {
                String files = GoldenCase.all().stream()
                        .filter(golden ->
                                golden.file.startsWith(folder) && rules(golden).contains(rule))
                        .map(GoldenCase::toString)
                        .collect(Collectors.joining(", "));
                folders.add(files.isEmpty() ? "-" : files);
            }
            table.append("| [")
                    .append(rule)
                    .append("](#")
                    .append(rule.toLowerCase(Locale.ROOT))
                    .append(") | ")
                    .append(String.join("; ", folders))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static List<String> rules(String page) {
        return RULE.matcher(page).results().map(heading -> heading.group(1)).toList();
    }

    private static List<String> rules(GoldenCase golden) {
        List<String> rules = new ArrayList<>();
        golden.yaml.get("rules").forEach(rule -> rules.add(rule.asText()));
        return rules;
    }
}
