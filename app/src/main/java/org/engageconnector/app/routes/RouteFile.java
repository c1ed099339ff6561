package org.engageconnector.app.routes;

import java.nio.file.Path;

/**
 * A route file as it runs.
 *
 * @param tried the content that was looked at last; {@code null} when none was
 * @param running what runs of it
 */
record RouteFile(Path path, String tried, RouteText running) {

    static RouteFile notLoaded(Path path) {
        return new RouteFile(path, null, RouteText.EMPTY);
    }

    /** The same file at another place. */
    RouteFile at(Path other) {
        return new RouteFile(other, tried, running);
    }

    RouteFile tried(String text) {
        return new RouteFile(path, text, running);
    }

    RouteFile running(RouteText text) {
        return new RouteFile(path, tried, text);
    }
}
