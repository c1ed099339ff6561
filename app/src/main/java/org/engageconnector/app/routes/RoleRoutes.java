package org.engageconnector.app.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.engageconnector.app.failure.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The route files of one running role, and their guard: a changed file is tried in a scratch context first, then only its
 * changed routes are swapped; what is wrong leaves the old routes running and is a problem until mended. {@link #look} is
 * called by one thread at a time; {@link #problem} may be asked from any.
 */
public final class RoleRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(RoleRoutes.class);

    private final CamelContext camel;

    private final RouteCheck check;

    private final Map<Path, RouteFile> files = new LinkedHashMap<>();

    private final Map<Path, Problem> problems = new ConcurrentHashMap<>();

    /** @param properties what placeholders in the files stand for */
    public RoleRoutes(CamelContext camel, Map<String, String> properties) {
        this.camel = camel;
        this.check = new RouteCheck(camel, properties);
    }

    /** Values of placeholders that became known after the start. */
    public synchronized void placeholders(Map<String, String> values) {
        check.placeholders(values);
    }

    /** Looks at the files, loads what is new and swaps what has changed since the last look. */
    public synchronized void look(List<Path> paths, List<TemplatedRoute> templated) {
        for (Path path : paths) {
            Path name = path.getFileName();
            // a file of the site may have come or gone since the last look
            RouteFile file = files.computeIfAbsent(name, RouteFile::notLoaded).at(path);
            try {
                String text = Files.readString(path);
                if (!text.equals(file.tried())) {
                    files.put(name, file.tried(text));
                    use(files.get(name), text, templated);
                    problems.remove(name);
                }
                missing(files.get(name)).ifPresent(problem -> problems.put(name, problem));
            } catch (JsonProcessingException e) {
                report(path, RouteProblems.notYaml(path, e));
            } catch (IOException e) {
                files.put(name, file.tried(null));
                report(path, RouteProblems.unreadable(path, e));
            } catch (Exception | LinkageError e) {
                report(path, RouteProblems.of(path, files.get(name).tried(), e));
            }
        }
    }

    /** The first thing that keeps the files from being what runs. */
    public Optional<Problem> problem() {
        return problems.values().stream().findFirst();
    }

    /** Everything that keeps the files from being what runs. */
    public List<Problem> problems() {
        return List.copyOf(problems.values());
    }

    private void use(RouteFile file, String text, List<TemplatedRoute> templated) throws Exception {
        check.check(file.path(), text, templated);
        RouteText wanted = RouteText.of(text);
        new RouteSwap(camel, templated).swap(file, wanted);
        boolean first = file.running() == RouteText.EMPTY;
        files.put(file.path().getFileName(), file.running(wanted));
        if (!first) {
            LOG.info("{}: the changed routes run", file.path().getFileName());
        }
    }

    private Optional<Problem> missing(RouteFile file) {
        List<String> missing = new ArrayList<>();
        for (String id : file.running().routeIds()) {
            if (camel.getRoute(id) == null) {
                missing.add(id);
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "routes of this file do not run: " + String.join(", ", missing),
                        file.path().toString(),
                        "change the file or start the role again"));
    }

    private void report(Path path, Problem problem) {
        if (!problem.equals(problems.put(path.getFileName(), problem))) {
            LOG.error("{}; where: {}; next: {}", problem.what(), problem.where(), problem.next());
        }
    }
}
