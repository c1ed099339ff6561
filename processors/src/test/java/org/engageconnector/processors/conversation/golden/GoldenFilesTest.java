package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The golden files that tests play are those that the specification gives. */
class GoldenFilesTest {

    @Test
    void ourCopiesAreTheOriginals() throws IOException {
        Path originals = Path.of("..", "..", "shared", "golden");
        assumeTrue(Files.isDirectory(originals), "the originals are not beside the project");
        for (Path original : yaml(originals)) {
            assertThat(GoldenCase.GIVEN.resolve(original.getFileName())).hasSameTextualContentAs(original);
        }
    }

    @Test
    void everyRuleHasAFile() {
        List<String> rules = GoldenCase.all().stream()
                .flatMap(golden -> Stream.of(golden.yaml.get("rules")))
                .flatMap(node -> Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                        .map(i -> node.get(i).asText()))
                .distinct()
                .toList();
        assertThat(rules)
                .contains("C1", "C2", "C3", "Q1", "Q2", "Q3", "Q4", "Q5", "Q6")
                .contains("U1", "U2", "U3", "U4", "U5", "U6", "U7")
                .contains("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "D1", "D2", "E1", "E2", "E3");
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }
}
