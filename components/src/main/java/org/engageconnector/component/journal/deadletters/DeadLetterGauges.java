package org.engageconnector.component.journal.deadletters;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.engageconnector.background.Worker;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.DeadLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metric {@code ex_dead_letters[kind]} of one role: looks every few seconds, and counts only when something changed. */
public final class DeadLetterGauges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterGauges.class);
    private static final long LOOK_SECONDS = 5;

    private final RedisConnection redis;
    private final DeadLetters letters;
    private final Collection<String> journals;
    private final MultiGauge gauge;
    private final Worker worker;
    private volatile Map<String, Integer> counts = Map.of();
    private String seen = "";

    /** @param journals the starts of the names of the journals whose letters are this role's */
    public DeadLetterGauges(RedisConnection redis, MeterRegistry registry, Collection<String> journals) {
        this.redis = redis;
        this.letters = new DeadLetters(redis);
        this.journals = List.copyOf(journals);
        this.gauge = MultiGauge.builder("ex.dead.letters")
                .description("Events that wait in the dead letters")
                .register(registry);
        worker = new Worker("dead-letter-gauges", Duration.ofSeconds(LOOK_SECONDS), this::look).start();
    }

    /** As last counted, by kind. */
    public Map<String, Integer> counts() {
        return counts;
    }

    private void look() {
        try {
            long size = letters.size();
            String last = redis
                    .call(commands -> commands.xrevrange(
                            redis.keys().journal(DeadLetter.JOURNAL), Range.unbounded(), Limit.from(1)))
                    .stream()
                    .map(each -> each.getId())
                    .findFirst()
                    .orElse("");
            String now = size + " " + last;
            if (!now.equals(seen)) {
                counts = Map.copyOf(letters.countByKind(journals));
                gauge.register(
                        counts.entrySet().stream()
                                .map(each -> MultiGauge.Row.of(Tags.of("kind", each.getKey()), each.getValue()))
                                .toList(),
                        true);
                seen = now;
            }
        } catch (RedisUnavailableException e) {
            LOG.debug("dead letters: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
