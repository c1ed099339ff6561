package org.engageconnector.component.journal.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.Delivery;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.Step;
import org.engageconnector.journal.Throttle;
import org.engageconnector.journal.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one batch through the route: in-flight record, fence, exchange, settlement. Runs on the threads of the pool, one
 * batch on one thread.
 */
final class Sender {

    /** Runs the route. */
    interface Route {
        Exchange newExchange();

        void run(Exchange exchange) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final String POISON = "more than " + PoisonStop.MOST
            + " events a minute, and over half of what was sent, are refused for good, so the cause is probably not the"
            + " events: is the source (sourceId) active, and do users and queues still exist? The last error: ";

    private final Outbox outbox;
    private final StandingLease lease;
    private final Throttle throttle;
    private final Route route;
    private final Settlement settlement;
    private final AtomicLong number = new AtomicLong();

    Sender(Outbox outbox, StandingLease lease, Throttle throttle, Route route, Settlement settlement) {
        this.outbox = outbox;
        this.lease = lease;
        this.throttle = throttle;
        this.route = route;
        this.settlement = settlement;
    }

    /** Never throws. The batch's keys are free again when it returns, unless its halves are sent next. */
    void send(Batch batch, long ownership) {
        Request request = null;
        boolean granted = true;
        try {
            Batch ready = prepare(batch);
            if (ready.items().isEmpty() || !fence(ownership)) {
                return;
            }
            String id = ownership + "-" + number.incrementAndGet();
            request = record(id, batch, ready, ownership);
            Exception failure = run(request);
            throttle.finished(batch.path().label());
            granted = false;
            settlement.settle(id, request, failure);
            outbox.journal.worked("recording of answers");
        } catch (LeaseLostException e) {
            if (request != null) {
                settlement.lost(request, e);
            }
        } catch (RedisUnavailableException e) {
            outbox.journal.refused("recording of answers", e);
            LOG.debug("{}: {}", outbox.journal.name(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A request of {} could not be settled; its events are sent again", outbox.journal.name(), e);
            outbox.locked(() -> outbox.path(batch.path()).failed(System.nanoTime()));
        } finally {
            if (granted) {
                throttle.finished(batch.path().label());
            }
            release(batch, request, ownership);
        }
    }

    private void release(Batch batch, Request request, long ownership) {
        boolean splitUp = request != null && request.splitUp;
        outbox.locked(() -> {
            if (outbox.ownership == ownership && !splitUp) {
                outbox.backlog.release(batch);
            }
            outbox.path(batch.path()).inFlight--;
            outbox.requests--;
            outbox.signal();
        });
    }

    /** Reads shed bodies again, and leaves out what must not be sent: entries that are gone, and followers of a dead leg. */
    private Batch prepare(Batch batch) {
        List<Item> items = new ArrayList<>();
        List<Item> gone = new ArrayList<>();
        for (Item item : batch.items()) {
            if (item.isShed()) {
                JournalEntry entry = outbox.journal.entry(item.position.toString(), item.aside);
                if (entry == null) {
                    gone.add(item);
                    continue;
                }
                outbox.locked(() -> outbox.backlog.restore(item, entry));
            }
            items.add(item);
        }
        outbox.locked(() -> {
            outbox.backlog.remove(gone);
            items.removeIf(item -> outbox.legs.namedBy(item) != null);
            items.forEach(item -> item.attempts++);
        });
        return new Batch(batch.path(), List.copyOf(items), batch.halves());
    }

    /** Waits until the lease covers a whole request; false when it was lost. */
    private boolean fence(long ownership) {
        long limit = outbox.options.requestLimit().toNanos();
        while (lease.remainingNanos() < limit) {
            if (!lease.held() || lease.number() != ownership) {
                return false;
            }
            rest();
        }
        return lease.number() == ownership;
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeaseLostInterruption(e);
        }
    }

    private static final class LeaseLostInterruption extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLostInterruption(InterruptedException cause) {
            super("stopped while waiting for the lease", cause);
        }
    }

    private Request record(String id, Batch original, Batch batch, long ownership) {
        long limit = outbox.options.requestLimit().toMillis();
        long now = outbox.journal.time();
        long deadline = System.nanoTime() + outbox.options.requestLimit().toNanos();
        List<String> ids =
                batch.items().stream().map(item -> item.position.toString()).toList();
        outbox.journal
                .confirm()
                .sending(id, bytes(new InFlight.Record(now + limit, ids).text()))
                .sending(InFlight.RECENT, bytes(outbox.inFlight.sent(now, now + limit)))
                .commit();
        return new Request(
                outbox.journal.name(),
                original,
                batch,
                System.nanoTime(),
                deadline,
                now,
                ownership,
                (refused, answered) -> objection(batch, refused, answered));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String objection(Batch batch, List<Verdict.Refusal> refused, int answered) {
        PathState path = outbox.path(batch.path());
        boolean fine = outbox.locked(() -> {
            boolean notAllBad = !path.isPoisoned() || refused.size() * 2 <= answered;
            return notAllBad && path.poison.mayMove(System.nanoTime(), refused.size(), answered);
        });
        return fine ? null : POISON + refused.get(refused.size() - 1).error();
    }

    private Exception run(Request request) {
        Exchange exchange = route.newExchange();
        exchange.setProperty(Delivery.PROPERTY, request);
        exchange.setProperty(Delivery.PATH_PROPERTY, request.path().label());
        exchange.setProperty(Step.PROPERTY, request);
        exchange.getMessage().setBody(request.entries());
        try {
            route.run(exchange);
        } catch (Exception e) {
            return e;
        }
        return exchange.getException();
    }
}
