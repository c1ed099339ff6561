package org.engageconnector.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the chart makes of values, whole and to the letter, for the ways that sites are laid out. Written anew, to be read before
 * it is committed, with {@code -Dengage.write.golden=true}.
 */
class RenderingsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final Map<String, List<String>> CASES = Map.ofEntries(
            Map.entry("default", List.of("site")),
            Map.entry("arbitrary-uid", List.of("site", "arbitrary-uid")),
            Map.entry("existing-secrets", List.of("site", "existing-secrets")),
            Map.entry("blue-green", List.of("site", "blue-green")),
            Map.entry("canary", List.of("site", "canary")),
            Map.entry("hpa", List.of("site", "hpa")),
            Map.entry("keda", List.of("site", "keda")),
            Map.entry("all-off", List.of("site", "all-off")),
            Map.entry("everything-on", List.of("site", "everything-on")),
            Map.entry("example-config-sync", List.of("config-sync")),
            Map.entry("example-agent-state-sync", List.of("agent-state-sync")),
            Map.entry("example-conversation-provider", List.of("conversation-provider")),
            Map.entry("example-pre-production", List.of("conversation-provider", "pre-production")));

    @TestFactory
    Stream<DynamicTest> a_rendering_is_what_was_read_and_agreed() {
        return CASES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
    }

    private static void compare(String name, List<String> values) throws IOException {
        String rendered = withoutFiles(RenderedChart.of(values, Map.of()));
        Path golden = GOLDEN.resolve(name + ".yaml");
        if (Boolean.getBoolean("engage.write.golden")) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(golden));
    }

    /** Alerts and dashboards are files of their own, which have their own tests: only their names stay. */
    private static String withoutFiles(String rendered) {
        return rendered.replaceAll("(?s)(\n {2}\\S+\\.json: )\\|-?.*?(?=\n {2}\\S+\\.json: |\n---|$)", "$1...")
                .replaceAll("(?s)(\nspec:)\n+ {2}# Alerts of .*?(?=\n---|$)", "$1 ...");
    }

    @TestFactory
    Stream<DynamicTest> every_field_of_every_object_is_known_to_Kubernetes() {
        return CASES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<HasMetadata> objects = StrictObjects.of(RenderedChart.of(entry.getValue(), Map.of()));
                    assertThat(objects).hasSizeGreaterThanOrEqualTo(3);
                    assertThat(objects).allSatisfy(object -> {
                        assertThat(object.getMetadata().getName()).startsWith("excp");
                        assertThat(object.getMetadata().getNamespace()).isNull();
                    });
                    assertThat(objects.stream()
                                    .map(each ->
                                            each.getKind() + each.getMetadata().getName()))
                            .doesNotHaveDuplicates();
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_mounted_is_a_volume_and_every_secret_is_a_file() {
        return CASES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String rendered = RenderedChart.of(entry.getValue(), Map.of());
                    PodSpec pod = statefulSet(rendered).getSpec().getTemplate().getSpec();
                    assertThat(pod.getContainers().get(0).getVolumeMounts().stream()
                                    .map(VolumeMount::getName))
                            .containsExactlyInAnyOrderElementsOf(pod.getVolumes().stream()
                                    .map(Volume::getName)
                                    .toList())
                            .doesNotHaveDuplicates();
                    assertThat(pod.getContainers().get(0).getVolumeMounts())
                            .allSatisfy(mount -> assertThat(mount.getSubPath()).isNull());
                    assertThat(pod.getContainers().get(0).getEnv()).allSatisfy(variable -> {
                        assertThat(Objects.toString(variable.getValue(), "")).doesNotContain("planted");
                        assertThat(variable.getValueFrom() == null
                                        || variable.getValueFrom().getSecretKeyRef() == null)
                                .isTrue();
                    });
                }));
    }

    private static StatefulSet statefulSet(String rendered) throws IOException {
        return StrictObjects.of(rendered).stream()
                .filter(StatefulSet.class::isInstance)
                .map(StatefulSet.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_field_that_Kubernetes_does_not_know_is_seen() {
        String rendered = RenderedChart.of(List.of("site"), Map.of()).replace("podManagementPolicy:", "podManagement:");
        assertThat(catchThrowable(() -> StrictObjects.of(rendered))).hasMessageContaining("podManagement");
    }

    @Test
    void a_changed_setting_starts_the_pods_anew_and_a_changed_route_does_not() throws IOException {
        String before = annotation(Map.of());
        assertThat(annotation(Map.of("engageconnector.engageconnectorConfig.envs.EX_CONSOLE_HISTORY", "1h")))
                .isNotEqualTo(before);
        assertThat(annotation(Map.of("engageconnector.secrets.httpToken", "another")))
                .isNotEqualTo(before);
        assertThat(annotation(Map.of("engageconnector.routes.files.own\\.camel\\.yaml", "[]")))
                .isEqualTo(before);
    }

    private static String annotation(Map<String, String> settings) throws IOException {
        return statefulSet(RenderedChart.of(List.of("site"), settings))
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .toString();
    }

    @Test
    void Helm_itself_finds_nothing_wrong() {
        assertThat(new Helm(RenderedChart.PACKAGED).lint().strict().call())
                .satisfies(result -> assertThat(result.isFailed())
                        .as("%s", result.getMessages())
                        .isFalse());
    }
}
