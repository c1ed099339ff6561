package org.engageconnector.component.journal;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Step;
import org.engageconnector.message.ReceivedFrame;

/**
 * Appends the body: a list of {@link ReceivedFrame} once per event; a {@link NewEntry} or a list of them to the exchange's
 * step when there is one, else at once. Returns when Redis has confirmed (or the step has noted) it, throws when not.
 */
final class RedisJournalProducer extends DefaultProducer {

    /** Exchange property: states to store with the entries, by key; a {@code null} value removes one. */
    static final String STATES = "EngageStates";

    private volatile StandingLease lease;

    RedisJournalProducer(RedisJournalEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public RedisJournalEndpoint getEndpoint() {
        return (RedisJournalEndpoint) super.getEndpoint();
    }

    @Override
    public void process(Exchange exchange) {
        List<?> body = body(exchange.getIn().getBody());
        if (!body.isEmpty() && body.get(0) instanceof ReceivedFrame) {
            intake(body);
        } else {
            append(exchange, body.stream().map(this::entry).toList());
        }
    }

    private void intake(List<?> frames) {
        getEndpoint()
                .component()
                .intake(getEndpoint().getJournal())
                .append(frames.stream().map(ReceivedFrame.class::cast).toList());
    }

    private void append(Exchange exchange, List<NewEntry> entries) {
        String journal = getEndpoint().getJournal();
        Step step = exchange.getProperty(Step.PROPERTY, Step.class);
        if (step != null) {
            entries.forEach(entry -> step.append(journal, entry));
            return;
        }
        RedisConnection redis = getEndpoint().redis();
        Change change = new Change(redis.keys());
        entries.forEach(entry -> change.append(journal, entry));
        if (getEndpoint().getLease() != null) {
            Lease lease = standingLease().lease();
            states(exchange).forEach((key, state) -> change.set(redis.keys().state(lease.name()), key, state));
            if (!change.isEmpty()) {
                lease.commit(change);
            }
        } else if (!change.isEmpty()) {
            Lease.commitFreely(redis, change);
        }
    }

    /** Looked up at the first use: the role makes it after the routes. */
    private StandingLease standingLease() {
        if (lease == null) {
            lease = getEndpoint().component().standingLease(getEndpoint().getLease());
        }
        return lease;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, byte[]> states(Exchange exchange) {
        Map<String, byte[]> states = exchange.getProperty(STATES, Map.class);
        return states == null ? Map.of() : states;
    }

    private NewEntry entry(Object item) {
        if (item instanceof NewEntry entry) {
            return entry;
        }
        throw new IllegalArgumentException(
                "redis-journal:" + getEndpoint().getJournal() + " takes ReceivedFrame or NewEntry, not "
                        + (item == null ? "null" : item.getClass().getName()));
    }

    private static List<?> body(Object body) {
        if (body == null) {
            return List.of();
        }
        return body instanceof List<?> list ? list : List.of(body);
    }
}
