package org.engageconnector.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stand-in for the Platform SDK is for tests that load it from a folder: no class path has it, and nothing ships it. */
class StandInTest {

    private static final Path ROOT = Path.of("..");

    /** Every module of the program is on the class path of this one. */
    @Test
    void no_class_of_genesys_names_is_on_the_class_path_of_all_modules() {
        assertThat(System.getProperty("java.class.path")).doesNotContain("platform-sdk-stand-in");
        assertThatThrownBy(() -> Class.forName("com.genesyslab.platform.commons.protocol.Message"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName("org.engageconnector.standin.Channel"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void no_module_depends_on_it() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> poms = modules.map(module -> module.resolve("pom.xml"))
                    .filter(Files::isRegularFile)
                    .filter(pom -> !pom.startsWith(ROOT.resolve("platform-sdk-stand-in")))
                    .toList();
            assertThat(poms)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(pom ->
                            assertThat(Files.readString(pom)).doesNotContain("engage-connector-platform-sdk-stand-in"));
        }
    }

    @Test
    void the_image_copies_nothing_of_it() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docker/Dockerfile"))).doesNotContain("stand-in");
    }

    @Test
    void what_ships_holds_names_of_the_sdk_as_text_only() throws IOException {
        try (Stream<Path> sources = Files.walk(ROOT.resolve("platform-sdk/src/main"))) {
            assertThat(sources.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(Files.readString(source)).doesNotContain("import com.genesyslab"));
        }
    }
}
