package org.engageconnector.app.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route file that would take the program's memory, or its stack, is refused by its name. */
class RouteSyntaxTest {

    @TempDir
    Path folder;

    @Test
    void a_bomb_of_aliases_is_refused_with_its_file() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            bomb.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", List.of(before, before, before, before)) + "]\n");
        }
        refused("aliases", bomb.toString());
    }

    @Test
    void lists_that_nest_without_end_are_refused_with_their_file() throws IOException {
        refused("nested", "[".repeat(100_000));
        refused("closed", "[".repeat(2_000) + "]".repeat(2_000));
    }

    private void refused(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".camel.yaml"), text);
        List<Problem> problems = new RouteSyntax(Map.of()).problems(file);
        assertThat(problems).as(name).isNotEmpty();
        assertThat(problems.get(0).where()).startsWith(file.toString());
    }
}
