package org.engageconnector.processors.configsync.cloud;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.engageconnector.processors.delivery.OAuthClients;
import org.engageconnector.processors.delivery.RateLimit;

/** The gate of a running role: the lease {@code config-sync} and the pacers of its tokens. */
public final class PacedGate implements Gate {

    /** Why a run ends that is no fault of anybody: another process goes on with it. */
    public static final String NOT_OURS = "this instance stops, or no longer holds the lease config-sync";

    private static final long LONGEST_NAP_MILLIS = 500;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final OAuthClients clients;
    private final BooleanSupplier mayAct;
    private final MeterRegistry meters;
    private final Cloud.Pause pause;

    /** @param mayAct true while this instance holds the lease */
    public PacedGate(OAuthClients clients, BooleanSupplier mayAct, MeterRegistry meters, Cloud.Pause pause) {
        this.clients = clients;
        this.mayAct = mayAct;
        this.meters = meters;
        this.pause = pause;
    }

    @Override
    public void pass(String label) {
        long start = System.nanoTime();
        while (true) {
            if (!mayAct.getAsBoolean()) {
                throw new CloudException(CloudException.Reach.RUN, NOT_OURS);
            }
            long wait = clients.tryAcquire(label);
            if (wait <= 0) {
                return;
            }
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new CloudException(CloudException.Reach.RUN, "no request was allowed for 15 minutes");
            }
            pause.millis(Math.max(1, Math.min(LONGEST_NAP_MILLIS, TimeUnit.NANOSECONDS.toMillis(wait) + 1)));
        }
    }

    @Override
    public void answered(String label, int status, Map<String, String> headers, long nanos) {
        RateLimit limit = RateLimit.of(headers, Instant.now());
        if (status == 429) {
            clients.tooMany(limit);
        } else if (status != 0) {
            clients.learn(limit, System.nanoTime() - nanos);
            if (status != 401) {
                clients.accepted();
            }
        }
        clients.finished(label);
        String answer = status == 0 ? "connection" : String.valueOf(status);
        meters.counter("ex.genesys.cloud.requests", "path", label, "status", answer)
                .increment();
        meters.timer("ex.genesys.cloud.request", "path", label).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean newToken(long sentAt) {
        return clients.unauthorized(sentAt);
    }

    @Override
    public boolean elsewhere(String label) {
        return clients.forbidden(label);
    }
}
