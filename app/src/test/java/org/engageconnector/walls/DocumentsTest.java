package org.engageconnector.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages lead where they say, and every alert has its section in the runbook and its place in the alerts' own test. */
class DocumentsTest {

    private static final Path HOUSE = Pages.HOUSE;

    private static final Path RUNBOOK = HOUSE.resolve("docs/operations.md");

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

    /** A file or directory of this repository that a page names in back quotes. */
    private static final Pattern PLACE =
            Pattern.compile("`(?:\\./)?((?:docs|docker|config|routes|robustness|benchmarks)/[\\w./-]*)[^`]*`");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @Test
    void every_link_leads_to_a_file_and_a_heading_that_exist() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (MatchResult link :
                    LINK.matcher(Pages.withoutCode(page)).results().toList()) {
                String target = link.group(1);
                if (!target.contains("://") && !leads(page, target)) {
                    broken.add(page + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_file_that_a_page_names_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (MatchResult place :
                    PLACE.matcher(Files.readString(page)).results().toList()) {
                String name = place.group(1);
                // what a build or the reader makes is not there, and a name with a wildcard or placeholder was cut
                // before it
                String whole = place.group();
                if (!whole.contains("*")
                        && !whole.contains("<")
                        && !whole.contains("...")
                        && !name.contains("/target/")
                        && !name.startsWith("docker/secrets")
                        && !name.endsWith("/.env")
                        && !Files.exists(HOUSE.resolve(name))) {
                    missing.add(page + ": " + name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void the_readme_leads_to_every_page() throws IOException {
        String readme = Files.readString(HOUSE.resolve("README.md"));
        try (Stream<Path> pages = Files.list(HOUSE.resolve("docs"))) {
            assertThat(pages.map(page -> "docs/" + page.getFileName())
                            .filter(page -> page.endsWith(".md") && !readme.contains(page)))
                    .isEmpty();
        }
    }

    @Test
    void every_alert_has_a_section_in_the_runbook_and_every_section_an_alert() throws IOException {
        String page = Files.readString(RUNBOOK);
        String alerts = page.substring(page.indexOf("## Alerts"), page.indexOf("\n## ", page.indexOf("## Alerts")));
        Set<String> sections = Pattern.compile("(?m)^### (.*)$")
                .matcher(alerts)
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sections).isEqualTo(alerts());
    }

    @Test
    void the_alerts_own_test_expects_every_alert_to_fire() throws IOException {
        Set<String> tried = Pattern.compile("alertname=\"(\\w+)\"")
                .matcher(Files.readString(HOUSE.resolve("docker/prometheus/alerts-test.yaml")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tried).isEqualTo(alerts());
    }

    @Test
    void every_metric_of_the_page_is_on_a_dashboard_or_in_an_alert() throws IOException {
        StringBuilder used = new StringBuilder(Files.readString(HOUSE.resolve("docker/prometheus/alerts.yaml")));
        try (Stream<Path> dashboards = Files.list(HOUSE.resolve("docker/grafana/dashboards"))) {
            for (Path dashboard : dashboards.toList()) {
                used.append(Files.readString(dashboard));
            }
        }
        Set<String> unused = Pattern.compile("(?m)^\\| `(ex_[a-z_]+)`(?:, `(ex_[a-z_]+)`)? \\|")
                .matcher(Files.readString(HOUSE.resolve("docs/configuration.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1), row.group(2)))
                .filter(name -> name != null && used.indexOf(name) < 0)
                .collect(Collectors.toCollection(TreeSet::new));

        // not drawn: a count of oddities that the log explains
        assertThat(unused).containsExactly("ex_call_engine_odd_total");
    }

    private Set<String> alerts() throws IOException {
        return new TreeSet<>(
                yaml.readTree(HOUSE.resolve("docker/prometheus/alerts.yaml").toFile())
                        .findValuesAsText("alert"));
    }

    private static boolean leads(Path page, String target) throws IOException {
        int anchor = target.indexOf('#');
        String file = anchor < 0 ? target : target.substring(0, anchor);
        Path to = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(to) && (anchor < 0 || Pages.anchors(to).contains(target.substring(anchor + 1)));
    }
}
