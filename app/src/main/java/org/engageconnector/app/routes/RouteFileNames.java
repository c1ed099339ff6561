package org.engageconnector.app.routes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.settings.LayeredFolder;
import org.engageconnector.app.settings.Role;

/** Which files of {@code routes/} a role runs; {@code camel.main.routesIncludePattern} in its properties says otherwise. */
public final class RouteFileNames {

    private static final String END = ".camel.yaml";

    private static final List<String> COMMON =
            List.of("health", "metrics", "status-api", "tenant-api", "dead-letters-api", "log-levels-api");

    private static final Map<Role, List<String>> OWN = Map.of(
            Role.CONFIG_SYNC,
                    List.of("genesys-cloud-token", "config-snapshot", "config-sync", "id-map-api", "sync-api"),
            Role.AGENT_STATE_SYNC,
                    List.of("genesys-cloud-token", "agent-states", "deliver-agent-state-events", "agent-states-api"),
            Role.CONVERSATION_PROVIDER,
                    List.of(
                            "genesys-cloud-token",
                            "engage-events-in",
                            "call-engine",
                            "deliver-conversation-events",
                            "calls-api"));

    private RouteFileNames() {}

    /** The routes that answer before the role can do its job. */
    public static List<Path> common(LayeredFolder directory) {
        return files(directory, COMMON);
    }

    /**
     * The role's own files.
     *
     * @param pattern a comma list such as {@code file:routes/a.camel.yaml}, relative to the parent of the directory; {@code null}
     *     for the usual files
     */
    public static List<Path> own(LayeredFolder directory, Role role, String pattern) {
        if (pattern == null || pattern.isBlank()) {
            return files(directory, OWN.get(role));
        }
        List<Path> files = new ArrayList<>();
        Arrays.stream(pattern.split(","))
                .map(String::strip)
                .map(name -> name.replaceFirst("^file:", ""))
                .forEach(name -> files.add(named(directory, name)));
        return files;
    }

    private static Path named(LayeredFolder directory, String name) {
        Path programs = directory.layers().get(directory.layers().size() - 1);
        String inside = programs.getFileName() + "/";
        return name.startsWith(inside)
                ? directory.file(name.substring(inside.length()))
                : programs.resolveSibling(name);
    }

    private static List<Path> files(LayeredFolder directory, List<String> names) {
        return names.stream().map(name -> directory.file(name + END)).toList();
    }
}
