package org.engageconnector.app.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.failure.Problem;
import org.engageconnector.app.routes.RouteFileNames;
import org.engageconnector.app.routes.RouteSyntax;
import org.engageconnector.app.settings.LayeredFolder;
import org.engageconnector.app.settings.RoleSettings;

/** Holds a role's route files against Camel's YAML schema and the endpoints' options. */
final class RouteFilesCheck {

    private final LayeredFolder routes;

    private final RoleSettings settings;

    RouteFilesCheck(LayeredFolder routes, RoleSettings settings) {
        this.routes = routes;
        this.settings = settings;
    }

    List<Finding> run() {
        String check = "routes of " + settings.role().id();
        List<Path> files = new ArrayList<>(RouteFileNames.common(routes));
        files.addAll(RouteFileNames.own(
                routes, settings.role(), settings.properties().get("camel.main.routesIncludePattern")));
        List<Finding> findings = new ArrayList<>();
        RouteSyntax syntax = new RouteSyntax(settings.properties());
        for (Path file : files) {
            for (Problem problem : syntax.problems(file)) {
                findings.add(Finding.bad(check, ExitCode.USAGE, problem.what(), problem.where(), problem.next()));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(check, files.size() + " files"));
        }
        return findings;
    }
}
