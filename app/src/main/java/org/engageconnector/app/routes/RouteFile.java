package org.engageconnector.app.routes;

import java.nio.file.Path;
import java.util.Set;

/**
 * A route file as it runs.
 *
 * @param text the content that was loaded last without error; {@code null} when none was
 * @param routeIds the routes it gave
 */
record RouteFile(Path path, String text, Set<String> routeIds) {

    static RouteFile notLoaded(Path path) {
        return new RouteFile(path, null, Set.of());
    }

    RouteFile {
        routeIds = Set.copyOf(routeIds);
    }
}
