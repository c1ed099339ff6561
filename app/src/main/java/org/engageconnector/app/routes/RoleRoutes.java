package org.engageconnector.app.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.engageconnector.app.Problem;
import org.engageconnector.app.role.HealthAnswer;
import org.engageconnector.app.role.RoleBeans;
import org.engageconnector.app.role.RoleContext;

/** The route files of one running role. Loading happens on one thread at a time; health may be asked from any. */
public final class RoleRoutes implements AutoCloseable {

    private final List<Path> common;

    private final List<Path> own;

    private final Map<Path, RouteFile> files = new LinkedHashMap<>();

    private final Map<Path, Problem> problems = new ConcurrentHashMap<>();

    public RoleRoutes(List<Path> common, List<Path> own) {
        this.common = List.copyOf(common);
        this.own = List.copyOf(own);
    }

    /** Loads health, metrics and status; throws when a file is wrong, for without them nobody would see why. */
    public synchronized void loadCommon(CamelContext camel) throws Exception {
        for (Path file : common) {
            load(camel, file);
        }
    }

    /** Loads the role's own files that are not loaded yet; the first problem ends it, and the next call goes on there. */
    public synchronized Optional<Problem> loadAll(RoleContext context, RoleBeans beans) throws Exception {
        for (Path file : own) {
            if (!files.containsKey(file)) {
                try {
                    load(context.camel(), file);
                    problems.remove(file);
                } catch (Exception e) {
                    Problem problem = RouteProblems.of(file, e);
                    problems.put(file, problem);
                    return Optional.of(problem);
                }
            }
        }
        beans.instantiateTemplates(context);
        return Optional.empty();
    }

    /** Down while a file is not what runs. */
    public HealthAnswer health() {
        return problems.values().stream()
                .findFirst()
                .map(problem -> HealthAnswer.down(problem.what() + " (" + problem.where() + ")"))
                .orElse(HealthAnswer.UP);
    }

    @Override
    public void close() {
        files.clear();
    }

    private void load(CamelContext camel, Path file) throws Exception {
        String text = read(file);
        files.put(file, new RouteFile(file, text, RouteLoader.load(camel, file, text)));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
