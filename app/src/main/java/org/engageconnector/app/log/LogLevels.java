package org.engageconnector.app.log;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;

/**
 * How much each logger of this process says, from the settings and while it runs. Libraries say at DEBUG what they send and
 * receive, tokens and callers' numbers included, so DEBUG and TRACE are for our own loggers only. Thread-safe.
 */
public final class LogLevels {

    /** The name under which the root logger is spoken of. */
    public static final String ROOT = "root";

    private static final String OURS = "org.engageconnector";
    private static final List<String> LEVELS = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");
    private static final Pattern LOGGER = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)*");
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 50;

    private LogLevels() {}

    /**
     * A level by its name.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    public static String level(String text) {
        String level = text.strip().toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw new IllegalArgumentException("one of " + String.join(", ", LEVELS));
        }
        return level;
    }

    /**
     * Loggers and their levels, as {@code ex.log.levels} has them.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> levels = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] parts = pair.split("=", -1);
            if (parts.length != 2 || levels.size() == MOST) {
                throw new IllegalArgumentException(
                        "logger=level, at most " + MOST + " with commas between, such as org.apache.camel=INFO");
            }
            String level = level(parts[1]);
            levels.put(checked(parts[0].strip(), level), level);
        }
        return levels;
    }

    /** The levels that are set; other loggers have that of the nearest name above them. */
    public static Map<String, String> current() {
        Map<String, String> levels = new TreeMap<>();
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        context.getConfiguration()
                .getLoggers()
                .forEach((name, logger) -> levels.put(name.isEmpty() ? ROOT : name, text(logger)));
        levels.put(ROOT, text(context.getConfiguration().getRootLogger()));
        return levels;
    }

    /**
     * Sets one.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    public static synchronized void set(String logger, String level) {
        String name = checked(logger, level(level));
        if (!current().containsKey(name) && current().size() >= 2 * MOST) {
            throw new IllegalArgumentException("at most " + 2 * MOST + " loggers with a level of their own");
        }
        if (name.equals(ROOT)) {
            Configurator.setRootLevel(Level.valueOf(level(level)));
        } else {
            Configurator.setLevel(name, Level.valueOf(level(level)));
        }
    }

    /** {@code ex.log.level}: the root's; below INFO it is that of our own loggers, and the root's is INFO. */
    public static void general(String level) {
        if (below(level(level))) {
            set(ROOT, "INFO");
            set(OURS, level);
        } else {
            set(ROOT, level);
        }
    }

    private static String checked(String logger, String level) {
        if (logger.length() > LONGEST_NAME || !LOGGER.matcher(logger).matches()) {
            throw new IllegalArgumentException("the name of a logger, such as org.apache.camel, or " + ROOT);
        }
        boolean ours = logger.equals(OURS) || logger.startsWith(OURS + ".");
        if (below(level) && !ours) {
            throw new IllegalArgumentException(level + " for " + OURS
                    + " and loggers below it only: libraries would log tokens and callers' numbers");
        }
        return logger;
    }

    private static boolean below(String level) {
        return Arrays.asList("DEBUG", "TRACE").contains(level);
    }

    private static String text(LoggerConfig logger) {
        return String.valueOf(logger.getLevel());
    }
}
