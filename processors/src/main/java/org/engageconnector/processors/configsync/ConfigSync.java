package org.engageconnector.processors.configsync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.engageconnector.directory.DirectoryWriter;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.journal.Ownership;
import org.engageconnector.processors.configsync.apply.Progress;
import org.engageconnector.processors.configsync.apply.SyncState;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.PlanText;
import org.engageconnector.processors.configsync.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code configDifference}: takes each snapshot of the route and brings the organisation in step with it, as the
 * instance that holds the lease. {@link #due}, {@link #run} and {@link #failed} belong to the route's thread; the rest is
 * thread-safe.
 */
public final class ConfigSync {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigSync.class);
    private static final String ADDRESS = "ex.config-db.url";
    private static final long REST_AFTER_RUN_MILLIS = 5_000;
    private static final int SHOWN = 100;
    private static final int SHOWN_CHANGES = 1000;

    private final SyncSettings settings;
    private final DirectoryWriter directory;
    private final SyncStore store;
    private final Cloud cloud;
    private final Ownership lease;
    private final MeterRegistry meters;
    private final LongSupplier clock;
    private final Progress progress;
    private final Timer timer;
    private final SyncLog log = new SyncLog(LOG);

    private SyncState state;
    private Identity identity;
    private long dueAt;
    private long stateOf = Long.MIN_VALUE;
    private volatile SyncOutcome last = SyncOutcome.NONE;
    private volatile boolean running;
    private volatile boolean asked = true;
    private volatile boolean retryRefused;
    private volatile boolean wholeAgain;
    private volatile long startedAt;
    private volatile long finishedAt;
    private volatile long lastSuccessAt;
    private volatile long comparedAt;

    /** @param clock milliseconds since 1970 */
    public ConfigSync(
            SyncSettings settings,
            DirectoryWriter directory,
            SyncStore store,
            Cloud cloud,
            Ownership lease,
            MeterRegistry meters,
            LongSupplier clock) {
        this.settings = settings;
        this.directory = directory;
        this.store = store;
        this.cloud = cloud;
        this.lease = lease;
        this.meters = meters;
        this.clock = clock;
        this.progress = new Progress(clock);
        this.timer = meters.timer("ex.config.sync");
        Gauge.builder("ex.config.sync.last.success.timestamp", () -> lastSuccessAt / 1000.0)
                .baseUnit("seconds")
                .register(meters);
        SyncMeters.register(meters, progress);
    }

    /** Whether the route should read a snapshot now: this instance holds the lease, and the interval is over or one asked. */
    public boolean due() {
        boolean now = lease.held()
                && (asked || clock.getAsLong() - finishedAt >= settings.intervalMillis() || directoryIsLost());
        if (now) {
            dueAt = clock.getAsLong();
        }
        return now;
    }

    /** Asked once a second, so that roles do not wait a whole interval; a run that could not mend it is given a rest. */
    private boolean directoryIsLost() {
        if (finishedAt == 0 || clock.getAsLong() - finishedAt < REST_AFTER_RUN_MILLIS) {
            return false;
        }
        try {
            return directory.damage().isPresent();
        } catch (IllegalStateException e) {
            // Redis away: nothing can be written now
            return false;
        }
    }

    /** Brings the organisation in step. Never throws: how it went is the status. */
    public void run(Snapshot snapshot) {
        begin();
        running = true;
        long before = cloud.requests();
        try {
            boolean whole = wholeAgain;
            last = new SyncRun(settings, state(), directory, cloud, identity, progress, meters, clock)
                    .wholeAgain(whole)
                    .run(snapshot);
            comparedAt = state.reconciledAt();
            if (last.wentThrough()) {
                lastSuccessAt = clock.getAsLong();
                wholeAgain &= !whole;
            }
        } catch (CloudException e) {
            state = null;
            last = SyncOutcome.failed(e.getMessage(), cloud.requests() - before);
        } catch (RuntimeException | Error e) {
            // Redis away, or a fault of ours: what is in memory may be ahead of or behind what is stored.
            // An Error, such as a class that is missing, must not end the role without a word either.
            state = null;
            boolean foreseen = e instanceof IllegalStateException;
            last = SyncOutcome.failed(foreseen ? e.getMessage() : e.toString(), cloud.requests() - before);
            if (!foreseen) {
                LOG.error("config-sync met a fault of its own; please report it", e);
            }
        } finally {
            end();
        }
    }

    /** The Config DB could not be read. */
    public void failed(Exception error) {
        begin();
        last = SyncOutcome.failed(reason(error), 0);
        end();
    }

    /** Why the Config DB could not be read, without what the route has put around it: the same words whenever its connection broke. */
    private static String reason(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getClass().getName().startsWith("org.apache.camel.")) {
            cause = cause.getCause();
        }
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = said.lines().findFirst().orElse("");
        return line.contains(ADDRESS) ? line : "the database of " + ADDRESS + " cannot be read: " + line;
    }

    /** A run begins when its snapshot began to be read. */
    private void begin() {
        asked = false;
        startedAt = dueAt > finishedAt ? dueAt : clock.getAsLong();
    }

    private void end() {
        running = false;
        progress.phase("idle");
        finishedAt = clock.getAsLong();
        timer.record(finishedAt - startedAt, TimeUnit.MILLISECONDS);
        log.write(last, finishedAt - startedAt);
        if (last.dry()) {
            DryRun.write(settings.planFolder(), last.plan(), last.reason(), last.problems());
        }
    }

    private SyncState state() {
        long owner = lease.number();
        if (state == null || stateOf != owner) {
            state = new SyncState(store, directory, settings.site(), clock, settings.reconcileMillis());
            identity = new Identity(store, settings.rules().tenant(), settings.organisation());
            stateOf = owner;
        }
        if (identity.otherOrganisation(state)
                && identity.moved(state)
                        .filter(moved -> state.allowed().contains(moved.identity()))
                        .isPresent()) {
            state.reset();
            state = new SyncState(store, directory, settings.site(), clock, settings.reconcileMillis());
        }
        if (retryRefused) {
            retryRefused = false;
            state.forgetRefusals();
        }
        return state;
    }

    /** Asks for a run as soon as possible; refused objects are tried again with it. */
    public void runNow() {
        retryRefused = true;
        asked = true;
    }

    /**
     * Asks for a run that trusts nothing it remembers: the whole organisation is compared, and every line of the directory is
     * written again. Stays asked for until such a run has gone through.
     */
    public void wholeRunNow() {
        wholeAgain = true;
        runNow();
    }

    /** Confirms the plan that waits; false when another one waits, or none. */
    public boolean confirm(String planId) {
        SyncOutcome waiting = last;
        if (running || !planId.equals(waiting.planId())) {
            return false;
        }
        SyncState.allow(store, waiting.waiting());
        asked = true;
        return true;
    }

    /** Whether a run of this process has ended, well or not. */
    public boolean hasRun() {
        return finishedAt > 0;
    }

    /** Why this role is not well; empty when it is. A standby is well. */
    public Optional<String> problem() {
        SyncOutcome outcome = last;
        if (!lease.held() || outcome.reason() == null || outcome.wentThrough() || outcome.dry()) {
            return Optional.empty();
        }
        return Optional.of(
                outcome.planId() == null
                        ? outcome.reason()
                        : outcome.reason() + "; to go on: POST /api/v1/sync?confirm=" + outcome.planId());
    }

    public SyncStatus status() {
        SyncOutcome outcome = last;
        boolean showPlan = settings.dryRun() || outcome.planId() != null;
        return new SyncStatus(
                !lease.held() ? "standby" : running ? "running" : "idle",
                outcome.result(),
                outcome.reason(),
                outcome.planId(),
                startedAt,
                finishedAt,
                lastSuccessAt,
                comparedAt,
                outcome.requests(),
                cloud.requests(),
                progress.view(),
                PlanText.counts(outcome.plan()),
                outcome.synced(),
                outcome.problems().size(),
                outcome.problems().stream().limit(SHOWN).toList(),
                showPlan ? PlanText.json(outcome.plan(), SHOWN_CHANGES) : List.of());
    }
}
