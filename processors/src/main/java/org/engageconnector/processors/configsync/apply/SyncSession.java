package org.engageconnector.processors.configsync.apply;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Plan;
import org.engageconnector.processors.configsync.plan.Problem;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.plan.Wanted;
import org.engageconnector.processors.configsync.snapshot.Snapshot;

/** The requests of one run: the looking and the changing, on a few threads. */
public final class SyncSession implements AutoCloseable {

    private final SyncState state;
    private final Cloud cloud;
    private final SyncRules rules;
    private final Workers workers;
    private final MeterRegistry meters;
    private final LongSupplier clock;
    private final HomeDivision home;
    private Set<ObjectKind> unreadable = Set.of();
    private boolean usersSeen;

    public SyncSession(
            SyncState state, Cloud cloud, SyncRules rules, int workers, MeterRegistry meters, LongSupplier clock) {
        this.state = state;
        this.cloud = cloud;
        this.rules = rules;
        this.workers = new Workers(workers);
        this.meters = meters;
        this.clock = clock;
        this.home = state.home(cloud);
    }

    /** True when reading all users by pages costs less than looking for every new one. */
    public boolean manyNewUsers(Plan plan) {
        long created = plan.of(ObjectKind.USER)
                .filter(change -> change.action() == Action.CREATE)
                .count();
        long pages = state.memory().confirmed().users().size() / Pages.SIZE + 1;
        return created > 0 && 2 * created > pages;
    }

    /** True when a run before may have made users, without hearing of it, whose persons are gone by now. */
    public boolean begunUsersLeft(Wanted wanted) {
        return BegunUser.ofPersonsWhoAreGone(state.memory(), wanted).stream()
                .anyMatch(user -> !state.lookedFor().contains(user.key()));
    }

    /** Corrects the memory by what is there of some kinds; those that cannot be read will be read again by the next run. */
    public List<Problem> look(Wanted wanted, Set<ObjectKind> kinds, Progress progress) {
        RunContext run = context(wanted);
        Observation observation = new Observation(run, progress);
        observation.look(state.idMap(), workers, kinds, state.unread());
        unreadable = observation.unreadable();
        if (kinds.contains(ObjectKind.USER)) {
            BegunUser.ofPersonsWhoAreGone(state.memory(), wanted)
                    .forEach(user -> state.lookedFor().add(user.key()));
        }
        if (kinds.containsAll(SyncState.KINDS) && unreadable.isEmpty()) {
            progress.phase("look up what no list shows");
            state.comparedUpTo(new UnlistedSeen(run).look(workers, state.comparedUpTo()));
        }
        state.read(kinds, unreadable);
        usersSeen = observation.allUsersSeen();
        return observation.problems();
    }

    /** Makes the changes, and the ID map equal to what was confirmed. */
    public List<Problem> apply(Snapshot snapshot, Wanted wanted, Plan plan, Progress progress) {
        RunContext run = context(wanted);
        IdMapLines lines = new IdMapLines(snapshot, wanted, state.memory()::confirmed);
        PlanApplier applier = new PlanApplier(run, state, lines, workers, progress, meters);
        applier.leaveOut(unreadable);
        List<Problem> problems = applier.apply(plan);
        progress.phase("id map");
        state.idMap().writeAll(state.memory().confirmed(), lines);
        return problems;
    }

    private RunContext context(Wanted wanted) {
        return new RunContext(wanted, state.memory(), cloud, rules, home, usersSeen, state.site(), clock);
    }

    @Override
    public void close() {
        workers.close();
    }
}
