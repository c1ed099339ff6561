package org.engageconnector.app.routes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces what changed between two versions of a route file, and nothing else; when that fails, the old version runs again.
 * The new version has been checked before, so failing here is rare.
 */
final class RouteSwap {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSwap.class);

    private final CamelContext camel;

    private final List<TemplatedRoute> templated;

    RouteSwap(CamelContext camel, List<TemplatedRoute> templated) {
        this.camel = camel;
        this.templated = List.copyOf(templated);
    }

    /** Goes from one version to the other; throws what Camel threw after the old one was restored. */
    void swap(RouteFile file, RouteText wanted) throws Exception {
        try {
            change(file, file.running(), wanted);
        } catch (Exception e) {
            try {
                change(file, wanted, file.running());
            } catch (Exception again) {
                LOG.error("{}: the routes that ran before cannot be restored", file.path(), again);
            }
            throw e;
        }
    }

    private void change(RouteFile file, RouteText from, RouteText to) throws Exception {
        Set<String> gone = new TreeSet<>(from.routeIds());
        gone.removeAll(to.routeIds());
        RouteLoader.remove(camel, gone);
        String changed = to.changedSince(from);
        Set<String> templates = new TreeSet<>(from.templateIds());
        templates.addAll(to.templateIds());
        if (!templates.isEmpty()) {
            for (TemplatedRoute route : templated) {
                if (templates.contains(route.template())) {
                    RouteLoader.remove(camel, List.of(route.routeId()));
                }
            }
            for (String template : templates) {
                camel.removeRouteTemplates(template);
            }
            changed = to.changedSince(RouteText.EMPTY);
        }
        RouteLoader.load(camel, file.path(), changed);
        for (TemplatedRoute route : templated) {
            if (to.templateIds().contains(route.template())) {
                route.addTo(camel);
            }
        }
    }
}
