package org.engageconnector.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart beside this module, rendered with values files laid over each other. */
final class RenderedChart {

    static final Path CHART = Path.of("engage-connector").toAbsolutePath();

    /** With files in place of links to alerts and dashboards, as a package has it: Helm complains of links at each rendering. */
    static final Path PACKAGED = packaged();

    private static final Path VALUES = Path.of("src/test/resources/values").toAbsolutePath();

    private RenderedChart() {}

    /** The objects as Helm writes them; throws with Helm's words when it refuses. */
    static String of(List<String> values, Map<String, ?> settings) {
        TemplateCommand command = new Helm(PACKAGED)
                .template()
                .withName("excp")
                .withNamespace("contact-centre")
                .withKubeVersion("1.25.0");
        for (String name : values) {
            command.withValuesFile(file(name));
        }
        settings.forEach(command::set);
        return command.call();
    }

    /** An example of the chart, or values of the tests. */
    static Path file(String name) {
        Path example = CHART.resolve("examples").resolve(name + "-values.yaml");
        return Files.exists(example) ? example : VALUES.resolve(name + ".yaml");
    }

    /** In a folder of its own: tests run in several processes at once. */
    private static Path packaged() {
        try (Stream<Path> files = Files.walk(CHART, FileVisitOption.FOLLOW_LINKS)) {
            Path target = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chart")
                    .resolve(CHART.getFileName());
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(CHART.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
