package org.engageconnector.app.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;

/** Looks whether the endpoints of a route file exist and know the options that they are given. */
final class EndpointOptions {

    private final CamelContext camel = new DefaultCamelContext();

    EndpointOptions(Map<String, String> properties) {
        properties.forEach(camel.getPropertiesComponent()::addOverrideProperty);
    }

    /** @param uri as it is written, for finding its line */
    record Wrong(String uri, String what) {}

    List<Wrong> problems(JsonNode tree) {
        List<Wrong> problems = new ArrayList<>();
        visit(tree, problems);
        return problems;
    }

    private void visit(JsonNode node, List<Wrong> problems) {
        if (node.path("uri").isTextual()) {
            check(node.path("uri").asText(), node.path("parameters"), problems);
        }
        if (node.path("to").isTextual()) {
            check(node.path("to").asText(), node.path("none"), problems);
        }
        node.forEach(child -> visit(child, problems));
    }

    private void check(String written, JsonNode parameters, List<Wrong> problems) {
        String uri;
        try {
            uri = camel.resolvePropertyPlaceholders(written);
        } catch (IllegalArgumentException e) {
            problems.add(new Wrong(written, "a placeholder of " + written + " is no setting"));
            return;
        }
        String scheme = uri.replaceFirst("[:?].*$", "");
        EndpointUriFactory options = camel.getCamelContextExtension().getEndpointUriFactory(scheme);
        if (options == null) {
            problems.add(new Wrong(written, "there is no component `" + scheme + "`"));
            return;
        }
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = parameters.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        int query = uri.indexOf('?');
        if (query >= 0) {
            for (String pair : uri.substring(query + 1).split("&")) {
                names.add(pair.replaceFirst("=.*$", ""));
            }
        }
        for (String name : names) {
            if (!known(options, name)) {
                problems.add(new Wrong(written, "`" + scheme + "` has no option `" + name + "`"));
            }
        }
    }

    /** Some options are families: {@code statement.fetchSize} belongs to the family {@code statement.}. */
    private static boolean known(EndpointUriFactory options, String name) {
        return options.propertyNames().contains(name)
                || options.multiValuePrefixes().values().stream().anyMatch(name::startsWith);
    }
}
