package org.engageconnector.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: what it carries, and what became of it. The delivery consumer puts it on the exchange; a bean
 * turns the answer into a {@link Verdict}; the consumer carries the verdict out when the route has ended without exception.
 *
 * <p>Used by one thread, the request's. Never keep it after the exchange.
 */
public interface Delivery {

    /** The exchange property under which a route carries its delivery. */
    String PROPERTY = "EngageDelivery";

    /** The exchange property that names the path, for a route's choice; a {@link DeliveryPath#label()}. */
    String PATH_PROPERTY = "deliveryPath";

    DeliveryPath path();

    /** The journal the events come from. */
    String journal();

    /** Events of one path, oldest first; never empty. */
    List<JournalEntry> entries();

    /** How often an event was sent, this time included. */
    int attempts(JournalEntry entry);

    /** When the request was allowed to leave, {@link System#nanoTime()}. */
    long startedAt();

    /** The request must be over by this time, {@link System#nanoTime()}. */
    long deadline();

    /**
     * Asks, before refused events are moved to the dead letters, whether that still looks like single bad events.
     *
     * @param decided events that this answer decided on: accepted, or refused for good
     * @return null when they may be moved, else why the path has to stop instead
     */
    @Nullable
    String objectionTo(List<Verdict.Refusal> refused, int decided);

    /** Says what the answer meant. Without this call a route that ends normally counts as an error in the route. */
    void decide(Verdict verdict);
}
