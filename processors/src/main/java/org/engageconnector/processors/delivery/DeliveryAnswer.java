package org.engageconnector.processors.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.Delivery;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads Genesys Cloud's answer and says what it means; the bean {@code deliveryAnswer} of the routes. Leaves the dead letters
 * as the body, and in the exchange property {@value #REFUSED}, for the {@code redis-journal:dead-letters} that follows.
 * Thread-safe.
 */
public final class DeliveryAnswer {

    /** The exchange property with the list of dead letters of this answer. */
    public static final String REFUSED = "refused";

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAnswer.class);

    private final OAuthClients clients;
    private final DeliveryMeters meters;
    private final AnswerListener listener;

    public DeliveryAnswer(OAuthClients clients, MeterRegistry registry, AnswerListener listener) {
        this.listener = listener;
        this.clients = clients;
        this.meters = new DeliveryMeters(registry, clients);
    }

    @Handler
    public void read(Exchange exchange) {
        Delivery delivery = exchange.getProperty(Delivery.PROPERTY, Delivery.class);
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String correlation = RateLimit.header(message.getHeaders(), "ININ-Correlation-Id");
        Answer answer = Answer.of(status, message.getBody(String.class), correlation);
        RateLimit limit = RateLimit.of(message.getHeaders(), Instant.now());
        clients.learn(limit, delivery.startedAt());
        if (status == 429) {
            clients.tooMany(limit);
        }
        meters.answered(delivery.path(), status, delivery.entries().size(), System.nanoTime() - delivery.startedAt());
        MDC.put("correlationId", answer.correlationId());
        try {
            Verdict verdict = judge(delivery, answer);
            log(delivery, answer, verdict);
            List<NewEntry> dead = deadLetters(delivery, answer, verdict);
            exchange.setProperty(REFUSED, dead);
            message.removeHeaders("*");
            message.setBody(dead);
            delivery.decide(verdict);
            tell(verdict, answer.correlationId());
        } finally {
            MDC.remove("correlationId");
        }
    }

    private Verdict judge(Delivery delivery, Answer answer) {
        if (answer.status() == 401) {
            return unauthorized(delivery, answer);
        }
        clients.accepted();
        if (answer.status() == 403 && clients.forbidden(delivery.path().label())) {
            return new Verdict.Again("403", false);
        }
        Verdict verdict = AnswerTable.judge(delivery.path(), delivery.entries(), answer);
        if (verdict instanceof Verdict.Each each && !each.refused().isEmpty()) {
            // what is to be tried again is not decided yet: it says neither that events are good nor that they are bad
            int decided = each.accepted().size() + each.refused().size();
            String objection = delivery.objectionTo(each.refused(), decided);
            if (objection != null) {
                return new Verdict.Stop(objection);
            }
        }
        return verdict;
    }

    private Verdict unauthorized(Delivery delivery, Answer answer) {
        boolean freshToken = !clients.unauthorized(delivery.startedAt());
        if (freshToken || answer.code().equals("ip.not.authorized")) {
            return new Verdict.Stop(delivery.path().uri() + " answered " + answer.describe()
                    + (freshToken ? " to a fresh token" : "")
                    + ". Check the OAuth client (ex.genesys-cloud.client-id) and its region");
        }
        return new Verdict.Again("401", false);
    }

    private List<NewEntry> deadLetters(Delivery delivery, Answer answer, Verdict verdict) {
        if (!(verdict instanceof Verdict.Each each)) {
            return List.of();
        }
        String now = String.valueOf(System.currentTimeMillis());
        return each.refused().stream()
                .map(refusal -> DeadLetter.of(
                        delivery.journal(),
                        refusal.entry(),
                        refusal.error(),
                        Map.of(
                                DeadLetter.STATUS, String.valueOf(answer.status()),
                                DeadLetter.CORRELATION_ID, answer.correlationId(),
                                DeadLetter.ATTEMPTS, String.valueOf(delivery.attempts(refusal.entry())),
                                DeadLetter.REFUSED_AT, now)))
                .toList();
    }

    private void tell(Verdict verdict, String correlationId) {
        if (verdict instanceof Verdict.Each each) {
            each.accepted()
                    .forEach(entry -> listener.answered(entry, AnswerListener.Outcome.ACCEPTED, "", correlationId));
            each.refused()
                    .forEach(refusal -> listener.answered(
                            refusal.entry(), AnswerListener.Outcome.REFUSED, refusal.error(), correlationId));
            each.retry()
                    .forEach(refusal -> listener.answered(
                            refusal.entry(), AnswerListener.Outcome.RETRIED, refusal.error(), correlationId));
        }
    }

    private void log(Delivery delivery, Answer answer, Verdict verdict) {
        int events = delivery.entries().size();
        LOG.debug(
                "{}: {} events, {}, ININ-Correlation-Id {}",
                delivery.path(),
                events,
                answer.status(),
                answer.correlationId());
        if (verdict instanceof Verdict.Each each) {
            long now = System.currentTimeMillis();
            each.accepted().forEach(entry -> meters.accepted(entry, now));
            meters.retried("retryable", each.retry().size());
            for (Verdict.Refusal refusal : each.refused()) {
                LOG.warn(
                        "Genesys Cloud refused {} {} of {}, it goes to the dead letters: {} (ININ-Correlation-Id {})",
                        refusal.entry().kind(),
                        EventId.of(refusal.entry()),
                        refusal.entry().key(),
                        refusal.error(),
                        answer.correlationId());
            }
        } else if (verdict instanceof Verdict.Again again) {
            meters.retried(again.reason(), events);
            LOG.warn(
                    "{}: {} events are sent again: {} (ININ-Correlation-Id {})",
                    delivery.path(),
                    events,
                    answer.describe(),
                    answer.correlationId());
        } else if (verdict instanceof Verdict.Split) {
            meters.retried("split", events);
            LOG.warn(
                    "{}: {} events are sent again in halves: {} (ININ-Correlation-Id {})",
                    delivery.path(),
                    events,
                    answer.describe(),
                    answer.correlationId());
        }
    }
}
