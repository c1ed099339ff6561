package org.engageconnector.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Half a minute of random mutations; {@code robustness/run --mutations --seconds 3600} goes on for an hour. */
class MutationsIT {

    @Test
    @Timeout(900)
    void after_random_mutations_everything_lives_is_ready_and_tells_calls_whole() throws Exception {
        Options options = Options.parse("--lanes", "1", "--agents", "20", "--seconds", "30", "none");
        assertThat(Robustness.play(Path.of("..").toAbsolutePath().normalize(), options, "--mutations"))
                .isTrue();
    }
}
