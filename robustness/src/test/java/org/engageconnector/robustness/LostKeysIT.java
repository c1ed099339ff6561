package org.engageconnector.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Some keys are deleted under load, then all; {@code robustness/run --lost-keys} deletes every key. */
class LostKeysIT {

    @Test
    @Timeout(900)
    void what_is_deleted_in_redis_is_waited_for_and_written_again_within_a_minute() throws Exception {
        Options options = Options.parse("--lanes", "1", "--agents", "20", "none");
        assertThat(Robustness.play(Path.of("..").toAbsolutePath().normalize(), options, "--lost-keys-short"))
                .isTrue();
    }
}
