package org.engageconnector.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The image's file system, built from the Dockerfile and entered without Docker: {@code docker/image-check}. */
class ImageIT {

    private static final int NOT_POSSIBLE_HERE = 3;

    @Test
    @Timeout(600)
    void theImageRunsAsUser500OnAReadOnlyRootWithinItsLimitsAndStopsWhenAsked() throws Exception {
        Process check = new ProcessBuilder(
                        Path.of("../docker/image-check").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = check.waitFor();

        assumeFalse(code == NOT_POSSIBLE_HERE, said);
        assertThat(code).as(said).isZero();
        assertThat(said).contains("all is well");
    }
}
