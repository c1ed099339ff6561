package org.engageconnector.component.journal.step;

import java.util.List;
import org.apache.camel.NamedNode;
import org.apache.camel.model.MulticastDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RecipientListDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.ThreadsDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.WireTapDefinition;

/**
 * Refuses a route that would carry a step to another thread: a step is one commit of one thread (docs/delivery.md#step).
 * What cannot be seen in the route, the step itself refuses when it happens.
 */
public final class RouteShape {

    private static final List<String> ASYNCHRONOUS = List.of("seda:", "stub:", "disruptor:", "vm:");

    private RouteShape() {}

    /** @param definition a route's definition; null, and anything else, is let pass */
    public static void check(NamedNode definition) {
        if (definition instanceof RouteDefinition route) {
            route.getOutputs().forEach(output -> check(route.getRouteId(), output));
        }
    }

    private static void check(String routeId, ProcessorDefinition<?> step) {
        String bad = bad(step);
        if (bad != null) {
            throw new IllegalArgumentException("route " + routeId + ": " + bad + " leaves the thread of the partition;"
                    + " between a redis-journal: consumer and its producers everything must run in one thread");
        }
        step.getOutputs().forEach(output -> check(routeId, output));
    }

    private static String bad(ProcessorDefinition<?> step) {
        if (step instanceof SplitDefinition split && on(split.getParallelProcessing(), split.getExecutorService())) {
            return "a parallel split";
        }
        if (step instanceof MulticastDefinition multicast
                && on(multicast.getParallelProcessing(), multicast.getExecutorService())) {
            return "a parallel multicast";
        }
        if (step instanceof RecipientListDefinition<?> list
                && on(list.getParallelProcessing(), list.getExecutorService())) {
            return "a parallel recipientList";
        }
        if (step instanceof WireTapDefinition<?>) {
            return "wireTap";
        }
        if (step instanceof ThreadsDefinition) {
            return "threads";
        }
        if (step instanceof ToDefinition to && ASYNCHRONOUS.stream().anyMatch(to.getEndpointUri()::startsWith)) {
            return "to " + to.getEndpointUri().substring(0, to.getEndpointUri().indexOf(':'));
        }
        return null;
    }

    private static boolean on(String parallel, String executor) {
        return executor != null || parallel != null && !parallel.equals("false");
    }
}
