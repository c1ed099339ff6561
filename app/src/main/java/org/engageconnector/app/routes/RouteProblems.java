package org.engageconnector.app.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engageconnector.app.failure.Problem;

/** Turns what Camel says of a route file into file, line and next step. */
final class RouteProblems {

    private static final String NEXT = "mend the file; it is read again by itself";

    private static final Pattern LINE = Pattern.compile("line:? (\\d+)");

    private static final Pattern ROUTE = Pattern.compile("(?:[Rr]oute|template)[ :(]+([A-Za-z0-9_.-]+)");

    private static final Pattern QUOTED = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9#/{][^\\s,\\])}?]*");

    private RouteProblems() {}

    static Problem unreadable(Path file, IOException error) {
        return error instanceof NoSuchFileException
                ? new Problem(
                        "a route file is missing",
                        file.toString(),
                        "put it back: a role needs all its files. A file of your own belongs into the folder site/routes, which is laid over"
                                + " routes/; a mount in its place hides the others")
                : new Problem(
                        "a route file cannot be read: " + error.getMessage(), file.toString(), "check its rights");
    }

    static Problem notYaml(Path file, JsonProcessingException error) {
        String line = error.getLocation() == null
                ? ""
                : ", line " + error.getLocation().getLineNr();
        String said = error.getOriginalMessage().lines().findFirst().orElse("");
        return new Problem("the route file is not YAML: " + said, file + line, NEXT);
    }

    static Problem of(Path file, String text, Throwable error) {
        StringBuilder said = new StringBuilder();
        Throwable last = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append('\n');
            last = cause;
        }
        String message = firstLine(last);
        int line = line(said.toString(), text == null ? "" : text);
        return new Problem(
                "the route file cannot be used: " + message, file + (line > 0 ? ", line " + line : ""), NEXT);
    }

    private static String firstLine(Throwable error) {
        return error.getMessage() == null
                ? error.getClass().getSimpleName()
                : error.getMessage().lines().findFirst().orElse("");
    }

    /** The line Camel names; else the line of the endpoint or the route it names; 0 when nothing is found. */
    private static int line(String said, String text) {
        Matcher named = LINE.matcher(said);
        if (named.find()) {
            return Integer.parseInt(named.group(1));
        }
        for (Pattern pattern : List.of(QUOTED, ROUTE)) {
            Matcher matcher = pattern.matcher(said);
            while (matcher.find()) {
                String word = matcher.group(matcher.groupCount());
                int at = text.indexOf(word);
                if (at >= 0) {
                    return (int) text.substring(0, at).lines().count()
                            + (text.charAt(Math.max(0, at - 1)) == '\n' ? 1 : 0);
                }
            }
        }
        return 0;
    }
}
