package org.engageconnector.processors.configsync;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.engageconnector.directory.DirectoryWriter;
import org.engageconnector.processors.configsync.apply.Progress;
import org.engageconnector.processors.configsync.apply.SyncSession;
import org.engageconnector.processors.configsync.apply.SyncState;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Plan;
import org.engageconnector.processors.configsync.plan.Problem;
import org.engageconnector.processors.configsync.plan.SnapshotDifference;
import org.engageconnector.processors.configsync.plan.Wanted;
import org.engageconnector.processors.configsync.plan.WantedBuilder;
import org.engageconnector.processors.configsync.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run, from a snapshot to an organisation in step with it. Used by one thread, once. */
final class SyncRun {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

    private final SyncSettings settings;
    private final SyncState state;
    private final DirectoryWriter directory;
    private final Cloud cloud;
    private final Identity identity;
    private final Progress progress;
    private final MeterRegistry meters;
    private final LongSupplier clock;
    private final List<Problem> problems = new ArrayList<>();
    private long requestsBefore;
    private boolean wholeAgain;

    SyncRun(
            SyncSettings settings,
            SyncState state,
            DirectoryWriter directory,
            Cloud cloud,
            Identity identity,
            Progress progress,
            MeterRegistry meters,
            LongSupplier clock) {
        this.settings = settings;
        this.state = state;
        this.directory = directory;
        this.cloud = cloud;
        this.identity = identity;
        this.progress = progress;
        this.meters = meters;
        this.clock = clock;
    }

    /** Whether everything is compared and written again, whatever is remembered. */
    SyncRun wholeAgain(boolean yes) {
        wholeAgain = yes;
        return this;
    }

    SyncOutcome run(Snapshot snapshot) {
        requestsBefore = cloud.requests();
        progress.phase("plan");
        state.site().begin();
        Wanted wanted = wanted(snapshot);
        Plan plan = plan(wanted);
        if (settings.dryRun()) {
            problems.addAll(wanted.problems());
            return outcome("dry-run", permission(plan).reason(), List.of(), plan);
        }
        // Judged before anything is asked: an empty Config DB stops before the first request.
        Permission permission = permission(plan);
        if (permission.nothing()) {
            return stopped(wanted, plan, permission);
        }
        boolean mended = mendDirectory();
        // Early, because the transaction may hold the OAuth client that the first request needs.
        state.facts().write(snapshot);
        try (SyncSession session = new SyncSession(state, cloud, settings.rules(), settings.workers(), meters, clock)) {
            boolean compare = wholeAgain || clock.getAsLong() - state.reconciledAt() >= settings.reconcileMillis();
            Set<ObjectKind> look = toRead(compare, session.manyNewUsers(plan) || session.begunUsersLeft(wanted));
            if (mended) {
                // its lines come from Genesys Cloud alone, nothing of them is remembered
                look.add(ObjectKind.PRESENCE);
            }
            if (!look.isEmpty()
                    || !permission.allowed().isEmpty()
                    || identity.moved(state).isPresent()) {
                identity.verify(cloud, state);
                lookForAnotherSite(look);
                permission = permission(plan);
                if (permission.nothing()) {
                    return stopped(wanted, plan, permission);
                }
            }
            if (!look.isEmpty()) {
                problems.addAll(session.look(wanted, look, progress));
                wanted = wanted(snapshot);
                plan = plan(wanted);
                permission = permission(plan);
                if (permission.nothing()) {
                    return stopped(wanted, plan, permission);
                }
            }
            problems.addAll(wanted.problems());
            state.site().sign(cloud, settings.rules().sourceName(wanted.tenantName()));
            problems.addAll(session.apply(snapshot, wanted, permission.allowed(), progress));
            state.facts().writeAgents(snapshot, state.memory().confirmed());
            finish(compare, permission);
        }
        String result = !permission.waiting().isEmpty() ? "waiting" : problems.isEmpty() ? "ok" : "problems";
        return outcome(result, permission.reason(), permission.waiting(), plan);
    }

    /** Before anything is written by this process, and whenever the sources are read anyway. */
    private void lookForAnotherSite(Set<ObjectKind> look) {
        if (look.contains(ObjectKind.SOURCE) || !state.site().looked()) {
            progress.phase("look up which site keeps the organisation in step");
            state.site().look(cloud);
        }
    }

    /** What was lost in Redis, or cannot be read, is written again as a whole; the other roles wait until then. */
    private boolean mendDirectory() {
        Optional<String> damage = directory.damage();
        damage.ifPresent(what -> {
            if (!state.memory().confirmed().users().isEmpty()) {
                LOG.warn("The ID map in Redis is incomplete ({}): it is written again as a whole", what);
            }
            directory.clear(what);
            state.writeDirectoryAgain();
        });
        if (wholeAgain) {
            LOG.info("Everything is compared, and the ID map in Redis written again as a whole, as was asked for");
            state.checkDirectoryAgain();
        }
        return damage.isPresent();
    }

    /** With what is odd in the Config DB: it may be why so much would go. */
    private SyncOutcome stopped(Wanted wanted, Plan plan, Permission permission) {
        problems.addAll(wanted.problems());
        return outcome("stopped", permission.reason(), permission.waiting(), plan);
    }

    private Wanted wanted(Snapshot snapshot) {
        return WantedBuilder.build(snapshot, settings.rules(), state.memory().confirmed());
    }

    private Plan plan(Wanted wanted) {
        return SnapshotDifference.between(wanted, state.memory().confirmed(), settings.rules());
    }

    private Permission permission(Plan plan) {
        Optional<Change> moved = identity.moved(state).or(() -> state.site().takeOver());
        return Permission.of(plan, state.memory().confirmed(), state.removals().lastDay(), state.allowed(), moved);
    }

    /** Everything when a full comparison is due; else what was never read, and users when they are asked for. */
    private Set<ObjectKind> toRead(boolean compare, boolean users) {
        Set<ObjectKind> kinds = compare ? EnumSet.copyOf(SyncState.KINDS) : state.unread();
        if (users) {
            kinds.add(ObjectKind.USER);
        }
        return kinds;
    }

    private void finish(boolean compared, Permission permission) {
        if (compared) {
            state.reconciled(clock.getAsLong());
        }
        if (!state.allowed().isEmpty() && permission.waiting().isEmpty()) {
            // What an operator confirmed is done and does not count against the next day.
            state.allowedIsDone();
            state.removals().forgive();
        }
        if (!directory.ready()) {
            directory.markReady();
        }
    }

    private SyncOutcome outcome(String result, String reason, List<Change> waiting, Plan plan) {
        return new SyncOutcome(
                result, reason, waiting, plan, synced(), List.copyOf(problems), cloud.requests() - requestsBefore);
    }

    private Map<String, Long> synced() {
        Confirmed confirmed = state.memory().confirmed();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(
                "users",
                confirmed.users().values().stream()
                        .filter(Confirmed.User::active)
                        .count());
        counts.put(
                "queues",
                confirmed.queues().values().stream()
                        .filter(Confirmed.Queue::active)
                        .count());
        counts.put(
                "skills",
                confirmed.skills().values().stream()
                        .filter(Confirmed.Skill::active)
                        .count());
        counts.put(
                "wrapUpCodes",
                confirmed.wrapUpCodes().values().stream()
                        .filter(Confirmed.WrapUpCode::active)
                        .count());
        counts.put(
                "members",
                confirmed.queues().values().stream()
                        .mapToLong(queue -> queue.members().size())
                        .sum());
        return counts;
    }
}
