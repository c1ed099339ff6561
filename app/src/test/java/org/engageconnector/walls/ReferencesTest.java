package org.engageconnector.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads code, settings or pages finds what they refer to: pages, anchors and rules of this repository. */
class ReferencesTest {

    private static final String[] READ = {
        ".java",
        ".yaml",
        ".yml",
        ".properties",
        ".md",
        ".adoc",
        ".xml",
        ".lua",
        ".sql",
        ".sh",
        ".py",
        ".ini",
        ".hex",
        ".example"
    };

    /** A page, with an anchor where there is one; not the report that a command writes. */
    private static final Pattern PAGE =
            Pattern.compile("(?<![\\w./<>*-])((?:\\.\\.?/)*(?!engage-probe)[A-Za-z][\\w/-]*\\.md)(?:#([\\w-]+))?");

    /** Sections and pages of a book that is not here. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\b(?:mapping|wire|rules),? (?:section )?\\d|\\bsections? \\d|\\.md,? \\d");

    /** Rules in code and golden files. */
    private static final Pattern RULE = Pattern.compile("\\b[CQUTDE][1-9]\\b");

    /** A test class; not a pattern of names. */
    private static final Pattern TEST = Pattern.compile("(?<![\\w*])[A-Z]\\w+(?:Test|IT)\\b(?!\\*)");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern GOLDEN_RULES = Pattern.compile("(?m)^rules: \\[([^\\]]*)]");
    private static final Path CALL_RULES = Pages.HOUSE.resolve("docs/call-rules.md");

    @Test
    void every_page_and_anchor_that_is_named_exists() throws IOException {
        assertThat(lines(PAGE, file -> true, ReferencesTest::leads)).isEmpty();
    }

    @Test
    void every_test_that_a_page_names_exists() throws IOException {
        Set<String> classes = Pages.files(".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(lines(TEST, ReferencesTest::isPage, (file, match) -> classes.contains(match.group())))
                .isEmpty();
    }

    @Test
    void nothing_is_named_by_the_number_of_its_section() throws IOException {
        assertThat(lines(NUMBERED, file -> !isPage(file) && !isThis(file), (file, match) -> false))
                .as("numbers move: name the anchor, such as docs/delivery.md#step")
                .isEmpty();
    }

    @Test
    void every_rule_that_code_names_is_in_the_call_rules() throws IOException {
        Set<String> rules = Pages.anchors(CALL_RULES);
        List<String> unknown = new ArrayList<>();
        for (Path file : Pages.files(".java")) {
            if (file.toString().contains("src/main/java/org/engageconnector/processors/conversation")) {
                COMMENT.matcher(Files.readString(file))
                        .results()
                        .flatMap(comment -> RULE.matcher(comment.group()).results())
                        .map(MatchResult::group)
                        .filter(rule -> !rules.contains(rule.toLowerCase(Locale.ROOT)))
                        .forEach(rule -> unknown.add(file + ": " + rule));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_rule_that_a_scenario_names_is_in_the_call_rules() throws IOException {
        Set<String> rules = Pages.anchors(CALL_RULES);
        List<String> unknown = new ArrayList<>();
        for (Path file : Pages.files(".yaml")) {
            GOLDEN_RULES
                    .matcher(Files.readString(file))
                    .results()
                    .flatMap(line -> Stream.of(line.group(1).split(",")))
                    .map(String::trim)
                    .filter(rule -> !rule.isEmpty() && !rules.contains(rule.toLowerCase(Locale.ROOT)))
                    .forEach(rule -> unknown.add(file + ": " + rule));
        }
        assertThat(unknown).isEmpty();
    }

    private interface Judge {
        boolean good(Path file, MatchResult match) throws IOException;
    }

    private static List<String> lines(Pattern pattern, Predicate<Path> which, Judge judge) throws IOException {
        List<String> bad = new ArrayList<>();
        for (Path file : Pages.files(READ)) {
            if (which.test(file)) {
                String text = Files.readString(file);
                for (MatchResult match : pattern.matcher(text).results().toList()) {
                    if (!judge.good(file, match)) {
                        bad.add(file + ": " + match.group());
                    }
                }
            }
        }
        return bad;
    }

    /** A page is named from the root of the repository, from the page that names it, or by its bare name. */
    private static boolean leads(Path file, MatchResult match) throws IOException {
        String name = match.group(1);
        for (Path page : List.of(
                Pages.HOUSE.resolve(name),
                file.resolveSibling(name),
                Pages.HOUSE.resolve("docs").resolve(name))) {
            if (Files.exists(page)) {
                return match.group(2) == null || Pages.anchors(page).contains(match.group(2));
            }
        }
        return false;
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static boolean isThis(Path file) {
        return file.endsWith(ReferencesTest.class.getSimpleName() + ".java");
    }
}
