package org.engageconnector.processors.configsync.apply;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Plan;
import org.engageconnector.processors.configsync.plan.Problem;
import org.engageconnector.processors.configsync.plan.Removals;

/**
 * Makes the changes of a plan, kind after kind. An object that is refused is noted and does not stop the others; a missing
 * right stops its kind, a lost lease or a refused token the run.
 */
final class PlanApplier {

    private final RunContext run;
    private final SyncState state;
    private final IdMapLines lines;
    private final Workers workers;
    private final Progress progress;
    private final ProgressLog progressLog;
    private final MeterRegistry meters;
    private final Map<ObjectKind, ObjectSync> syncs = new EnumMap<>(ObjectKind.class);
    private final Set<ObjectKind> forbidden = EnumSet.noneOf(ObjectKind.class);
    private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();

    PlanApplier(
            RunContext run,
            SyncState state,
            IdMapLines lines,
            Workers workers,
            Progress progress,
            MeterRegistry meters) {
        this.run = run;
        this.state = state;
        this.lines = lines;
        this.workers = workers;
        this.progress = progress;
        this.progressLog = new ProgressLog(progress, run.clock());
        this.meters = meters;
        syncs.put(ObjectKind.SKILL, new SkillSync(run));
        syncs.put(ObjectKind.WRAPUP_CODE, new WrapUpCodeSync(run));
        syncs.put(ObjectKind.QUEUE, new QueueSync(run));
        syncs.put(ObjectKind.QUEUE_WRAPUP_CODE, new QueueWrapUpCodeSync(run));
        syncs.put(ObjectKind.USER, new UserSync(run));
        syncs.put(ObjectKind.USER_SKILL, new UserSkillSync(run));
        syncs.put(ObjectKind.MEMBER, new MemberSync(run));
        syncs.put(ObjectKind.SOURCE, new SourceSync(run));
        syncs.put(ObjectKind.PRIMARY_SOURCE, new PrimarySourceSync(run));
    }

    /** Kinds that could not be read and so must not be written. */
    void leaveOut(Set<ObjectKind> kinds) {
        forbidden.addAll(kinds);
    }

    /** Makes the changes; returns what went wrong with single objects. */
    List<Problem> apply(Plan plan) {
        progress.start(plan);
        for (ObjectKind kind : ObjectKind.values()) {
            List<Change> changes = plan.of(kind).toList();
            if (!changes.isEmpty()) {
                progress.phase(kind.word());
                workers.forEach(changes, this::apply);
            }
        }
        return List.copyOf(problems);
    }

    private void apply(Change change) {
        Problem standing = state.refusals().of(change, run.wanted(), run.now()).orElse(null);
        if (standing != null) {
            problems.add(standing);
        } else if (!isForbidden(change.object())) {
            attempt(change);
        }
        progress.oneMore(change.object());
        progressLog.tick();
    }

    private void attempt(Change change) {
        Removals removals = Removals.of(change, run.memory().confirmed());
        try {
            syncs.get(change.object()).apply(change);
            state.idMap().write(change, lines);
            state.removals().add(removals);
            state.refusals().clear(change);
            meters.counter(
                            "ex.config.sync.changes",
                            "object",
                            change.object().word(),
                            "action",
                            change.action().word())
                    .increment();
        } catch (CloudException e) {
            refused(change, e);
        }
    }

    private void refused(Change change, CloudException refusal) {
        boolean passes = refusal.reach() == CloudException.Reach.OBJECT_FOR_NOW
                && !(refusal.refused() && state.refusals().tooOften(change));
        switch (refusal.reach()) {
            case RUN -> throw refusal;
            case KIND -> {
                synchronized (forbidden) {
                    if (!forbidden.add(change.object())) {
                        return;
                    }
                }
                problems.add(Problems.forbidden(change.object(), refusal));
            }
            case OBJECT, OBJECT_FOR_NOW -> {
                if (passes) {
                    problems.add(Problems.unanswered(change, refusal));
                    return;
                }
                Problem problem = Problems.refused(change, refusal);
                state.refusals().add(change, run.wanted(), run.now() + state.reconcileMillis(), problem);
                problems.add(problem);
            }
        }
    }

    private boolean isForbidden(ObjectKind kind) {
        synchronized (forbidden) {
            return forbidden.contains(kind);
        }
    }
}
