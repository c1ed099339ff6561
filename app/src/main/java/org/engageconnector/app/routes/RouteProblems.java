package org.engageconnector.app.routes;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engageconnector.app.Problem;

/** Turns what Camel says of a route file into file, line and next step. */
final class RouteProblems {

    private static final Pattern LINE = Pattern.compile("line:? (\\d+)");

    private RouteProblems() {}

    static Problem of(Path file, Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof NoSuchFileException) {
            return new Problem("a route file is missing", file.toString(), "put it back; it belongs to this role");
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        Matcher line = LINE.matcher(String.valueOf(error.getMessage()) + " " + cause.getMessage());
        String place = file + (line.find() ? ", line " + line.group(1) : "");
        return new Problem(
                "the route file cannot be used: " + message, place, "mend the file; it is read again by itself");
    }
}
