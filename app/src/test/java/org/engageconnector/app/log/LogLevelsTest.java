package org.engageconnector.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogLevelsTest {

    private static final String NAME = "org.engageconnector.levels";

    private final Logger ours = LoggerFactory.getLogger(NAME);
    private final Logger foreign = LoggerFactory.getLogger("example.levels");
    private Map<String, String> before = Map.of();

    @BeforeEach
    void remember() {
        before = LogLevels.current();
    }

    @AfterEach
    void put_back() {
        LogLevels.set(LogLevels.ROOT, before.getOrDefault(LogLevels.ROOT, "INFO"));
        LogLevels.set("org.engageconnector", before.getOrDefault("org.engageconnector", "INFO"));
        LogLevels.set(NAME, "INFO");
    }

    @Test
    void a_level_holds_at_once_for_the_logger_and_those_below_it() {
        LogLevels.set("org.engageconnector", "info");
        assertThat(ours.isDebugEnabled()).isFalse();
        LogLevels.set(NAME, "debug");
        assertThat(ours.isDebugEnabled()).isTrue();
        assertThat(LoggerFactory.getLogger(NAME + ".Below").isDebugEnabled()).isTrue();
        assertThat(LogLevels.current()).containsEntry(NAME, "DEBUG");
    }

    @Test
    void a_general_level_below_info_makes_our_own_code_talkative_and_no_library() {
        LogLevels.general("DEBUG");
        assertThat(LoggerFactory.getLogger("org.engageconnector.general").isDebugEnabled())
                .isTrue();
        assertThat(foreign.isInfoEnabled()).isTrue();
        assertThat(foreign.isDebugEnabled()).isFalse();
        LogLevels.general("ERROR");
        assertThat(foreign.isWarnEnabled()).isFalse();
    }

    @Test
    void what_would_log_tokens_or_is_no_level_is_refused() {
        assertThatThrownBy(() -> LogLevels.set("org.apache.hc.client5.http.wire", "DEBUG"))
                .hasMessageContaining("tokens");
        assertThatThrownBy(() -> LogLevels.set(LogLevels.ROOT, "TRACE")).hasMessageContaining("tokens");
        assertThatThrownBy(() -> LogLevels.set("org.engageconnector", "LOUD")).hasMessageContaining("INFO");
        assertThatThrownBy(() -> LogLevels.set("a b", "INFO")).hasMessageContaining("name of a logger");
        assertThatThrownBy(() -> LogLevels.parse("org.apache.camel")).hasMessageContaining("logger=level");
        assertThat(LogLevels.parse("org.apache.camel=info, io.netty = Error"))
                .isEqualTo(Map.of("org.apache.camel", "INFO", "io.netty", "ERROR"));
    }
}
