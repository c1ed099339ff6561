package org.engageconnector.simulators.genesyscloud.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the endpoint of a request by method and path template. Filled before the server starts, then only read. */
public final class Router {

    private final List<Route> routes = new ArrayList<>();

    /** An endpoint: answers, or throws a {@link Problem}. */
    @FunctionalInterface
    public interface Endpoint {
        Answer answer(Request request);
    }

    /**
     * One route.
     *
     * @param anyPermission one of these is enough; empty = a valid token is enough
     */
    public record Route(String method, List<String> template, Set<String> anyPermission, Endpoint endpoint) {}

    /** A route that was found, with the variables of its path. */
    public record Match(Route route, Map<String, String> variables) {}

    /** Adds an endpoint; {@code template} is a path whose parts in braces are variables. */
    public Router on(String method, String template, Endpoint endpoint, String... anyPermission) {
        routes.add(new Route(method, List.of(template.split("/")), Set.of(anyPermission), endpoint));
        return this;
    }

    /** The route of a request; empty when the path is not known, 405 when it is known for another method. */
    public Optional<Match> find(String method, String path) {
        String[] parts = path.split("/");
        boolean known = false;
        for (Route route : routes) {
            Map<String, String> variables = match(route.template(), parts);
            if (variables != null && route.method().equals(method)) {
                return Optional.of(new Match(route, variables));
            }
            known |= variables != null;
        }
        if (known) {
            throw new Problem(405, "method.not.allowed", "HTTP method " + method + " is not supported here");
        }
        return Optional.empty();
    }

    private static Map<String, String> match(List<String> template, String[] parts) {
        if (template.size() != parts.length) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            String name = template.get(i);
            if (name.startsWith("{")) {
                variables.put(name.substring(1, name.length() - 1), parts[i]);
            } else if (!name.equals(parts[i])) {
                return null;
            }
        }
        return variables;
    }
}
