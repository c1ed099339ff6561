package org.engageconnector.app.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.app.log.LogLevels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code logLevels} behind {@code /api/v1/log-levels}. What it changes holds for the process, until it ends. */
public final class LogLevelsPage {

    private static final Logger LOG = LoggerFactory.getLogger(LogLevelsPage.class);

    /** {@code GET /log-levels}: the loggers that have a level of their own. */
    public void show(Exchange exchange) {
        JsonAnswer.write(exchange, 200, Map.of("levels", LogLevels.current()));
    }

    /** {@code POST /log-levels?logger=&level=}: sets one. */
    public void set(Exchange exchange) {
        String logger = exchange.getMessage().getHeader("logger", "", String.class);
        String level = exchange.getMessage().getHeader("level", "", String.class);
        try {
            LogLevels.set(logger, level);
            LOG.info("The logger {} has the level {} now", logger, LogLevels.level(level));
            show(exchange);
        } catch (IllegalArgumentException e) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", "bad.request");
            body.put("message", "logger and level: " + e.getMessage());
            JsonAnswer.write(exchange, 400, body);
        }
    }
}
