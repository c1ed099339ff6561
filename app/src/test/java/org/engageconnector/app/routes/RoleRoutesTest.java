package org.engageconnector.app.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.app.settings.LayeredFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleRoutesTest {

    private static final String TWO_ROUTES = """
            - route:
                id: first
                description: one
                from:
                  uri: direct:first
                  steps:
                    - setBody: {constant: "first"}
            - route:
                id: second
                description: two
                from:
                  uri: direct:second
                  steps:
                    - setBody: {constant: "{{word}}"}
            """;

    @TempDir
    Path directory;

    private Path file;

    private final DefaultCamelContext camel = new DefaultCamelContext();

    private RoleRoutes routes;

    @BeforeEach
    void two_routes_run() throws IOException {
        file = directory.resolve("two.camel.yaml");
        camel.getPropertiesComponent().addInitialProperty("word", "second");
        camel.start();
        routes = new RoleRoutes(camel, Map.of("word", "second"));
        look(TWO_ROUTES);
        assertThat(routes.problem()).isEmpty();
        assertThat(answer("first")).isEqualTo("first");
        assertThat(answer("second")).isEqualTo("second");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void only_the_changed_route_is_swapped() throws IOException {
        Object untouched = camel.getRoute("first").getConsumer();

        look(TWO_ROUTES.replace("{{word}}", "changed"));

        assertThat(answer("second")).isEqualTo("changed");
        assertThat(camel.getRoute("first").getConsumer()).isSameAs(untouched);
        assertThat(routes.problem()).isEmpty();
    }

    @Test
    void a_step_that_does_not_exist_leaves_the_old_routes_running_and_is_reported_with_its_line() throws IOException {
        look(TWO_ROUTES.replaceFirst("setBody", "setBoddy"));

        assertThat(answer("first")).isEqualTo("first");
        assertThat(routes.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.where()).endsWith("two.camel.yaml, line 7");
            assertThat(problem.what()).contains("setBoddy");
        });
    }

    @Test
    void a_wrong_endpoint_option_leaves_the_old_routes_running_and_is_reported_with_its_line() throws IOException {
        look(TWO_ROUTES.replace("uri: direct:second", "uri: direct:second?blok=true"));

        assertThat(answer("second")).isEqualTo("second");
        assertThat(routes.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.where()).endsWith("two.camel.yaml, line 12");
            assertThat(problem.what()).contains("blok");
        });
    }

    @Test
    void a_bean_that_does_not_exist_leaves_the_old_routes_running() throws IOException {
        look(TWO_ROUTES.replace("- setBody: {constant: \"first\"}", "- bean: {ref: nobody}"));

        assertThat(answer("first")).isEqualTo("first");
        assertThat(routes.problem())
                .hasValueSatisfying(problem -> assertThat(problem.what()).contains("nobody"));
    }

    @Test
    void text_that_is_no_yaml_is_reported_with_its_line() throws IOException {
        look(TWO_ROUTES + "  - [broken\n");

        assertThat(answer("first")).isEqualTo("first");
        assertThat(routes.problem())
                .hasValueSatisfying(problem -> assertThat(problem.where()).contains(", line 1"));
    }

    @Test
    void a_mended_file_is_no_problem_any_more() throws IOException {
        look(TWO_ROUTES.replaceFirst("setBody", "setBoddy"));
        look(TWO_ROUTES);

        assertThat(routes.problem()).isEmpty();
        assertThat(answer("first")).isEqualTo("first");
    }

    @Test
    void a_renamed_route_does_not_leave_the_old_one_behind() throws IOException {
        look(TWO_ROUTES.replace("id: second", "id: other"));

        assertThat(camel.getRoute("second")).isNull();
        assertThat(answer("second")).isEqualTo("second");
        assertThat(routes.problem()).isEmpty();
    }

    @Test
    void a_file_of_the_site_takes_the_place_of_the_program_s_and_gives_it_back() throws IOException {
        LayeredFolder layered = new LayeredFolder(List.of(directory.resolve("site"), directory));
        Path site = Files.createDirectories(directory.resolve("site")).resolve("two.camel.yaml");

        Files.writeString(site, TWO_ROUTES.replace("{{word}}", "of the site"));
        lookAt(layered);
        assertThat(answer("second")).isEqualTo("of the site");

        Files.writeString(site, TWO_ROUTES.replaceFirst("setBody", "setBoddy"));
        lookAt(layered);
        assertThat(answer("second")).isEqualTo("of the site");
        assertThat(routes.problem())
                .hasValueSatisfying(problem -> assertThat(problem.where()).startsWith(site.toString()));

        Files.delete(site);
        lookAt(layered);
        assertThat(answer("second")).isEqualTo("second");
        assertThat(routes.problem()).isEmpty();
    }

    @Test
    void files_behind_links_that_change_all_at_once_are_swapped_as_kubernetes_swaps_them() throws IOException {
        LayeredFolder layered = new LayeredFolder(List.of(directory.resolve("site"), directory));
        Path site = Files.createDirectories(directory.resolve("site"));
        Path old = Files.createDirectories(site.resolve("..2026_11_30"));
        Path fresh = Files.createDirectories(site.resolve("..2026_12_01"));
        Files.writeString(old.resolve("two.camel.yaml"), TWO_ROUTES.replace("{{word}}", "old"));
        Files.writeString(fresh.resolve("two.camel.yaml"), TWO_ROUTES.replace("{{word}}", "fresh"));
        Files.createSymbolicLink(site.resolve("..data"), old.getFileName());
        Files.createSymbolicLink(site.resolve("two.camel.yaml"), Path.of("..data", "two.camel.yaml"));
        lookAt(layered);
        assertThat(answer("second")).isEqualTo("old");

        Files.createSymbolicLink(site.resolve("..data_tmp"), fresh.getFileName());
        Files.move(site.resolve("..data_tmp"), site.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        lookAt(layered);

        assertThat(answer("second")).isEqualTo("fresh");
        assertThat(routes.problem()).isEmpty();
    }

    private void lookAt(LayeredFolder folder) {
        routes.look(List.of(folder.file("two.camel.yaml")), List.of());
    }

    @Test
    void a_missing_file_is_reported_while_its_routes_go_on() throws IOException {
        Files.delete(file);
        routes.look(List.of(file), List.of());

        assertThat(answer("first")).isEqualTo("first");
        assertThat(routes.problem())
                .hasValueSatisfying(problem -> assertThat(problem.what()).contains("missing"));
    }

    @Test
    void a_changed_template_makes_its_routes_anew() throws IOException {
        String template = """
                - routeTemplate:
                    id: in
                    parameters:
                      - name: number
                    from:
                      uri: "direct:in-{{number}}"
                      steps:
                        - setBody: {constant: "in {{number}}"}
                """;
        Path templateFile = directory.resolve("in.camel.yaml");
        List<TemplatedRoute> uses = List.of(
                new TemplatedRoute("in", "in-1", Map.of("number", "1")),
                new TemplatedRoute("in", "in-2", Map.of("number", "2")));
        Files.writeString(templateFile, template);
        routes.look(List.of(templateFile), uses);
        assertThat(routes.problem()).isEmpty();
        assertThat(answer("in-2")).isEqualTo("in 2");

        Files.writeString(templateFile, template.replace("in {{", "now {{"));
        routes.look(List.of(templateFile), uses);

        assertThat(routes.problem()).isEmpty();
        assertThat(answer("in-1")).isEqualTo("now 1");
        assertThat(camel.getRouteController().getRouteStatus("in-2")).isEqualTo(ServiceStatus.Started);
    }

    private void look(String text) throws IOException {
        Files.writeString(file, text);
        routes.look(List.of(file), List.of());
    }

    private String answer(String name) {
        return camel.createProducerTemplate().requestBody("direct:" + name, "", String.class);
    }
}
