package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Problem;
import org.engageconnector.processors.configsync.site.PresenceSources;

/**
 * The full comparison: reads the organisation by pages and corrects the memory, so that what was deleted there is made again,
 * what is there already is adopted, and what somebody changed is put right. Sends nothing that changes anything.
 */
final class Observation {

    /**
     * A list shows a write only after a while: of what was confirmed later than this only the absence is looked into, by
     * asking for the object itself.
     */
    static final long INDEX_LAG_MILLIS = 5 * 60_000;

    private final RunContext run;
    private final Progress progress;
    private final Set<ObjectKind> unreadable = EnumSet.noneOf(ObjectKind.class);
    private final List<Problem> problems = new ArrayList<>();
    private boolean allUsersSeen;

    Observation(RunContext run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    /** Kinds whose list could not be read; nothing of them may be created. */
    Set<ObjectKind> unreadable() {
        return unreadable;
    }

    List<Problem> problems() {
        return problems;
    }

    /**
     * @param kinds what to read, of {@link SyncState#KINDS}
     * @param neverRead of those the ones of which nothing is known yet
     */
    void look(IdMap idMap, Workers workers, Set<ObjectKind> kinds, Set<ObjectKind> neverRead) {
        for (ObjectKind kind : SyncState.KINDS) {
            if (kinds.contains(kind)) {
                look(kind, part(kind, idMap, workers, neverRead));
            }
        }
    }

    private Runnable part(ObjectKind kind, IdMap idMap, Workers workers, Set<ObjectKind> neverRead) {
        return switch (kind) {
            case SKILL -> new SkillsSeen(run)::look;
            case WRAPUP_CODE -> new WrapUpCodesSeen(run)::look;
            case USER -> () -> users(workers, neverRead.contains(kind));
            case QUEUE -> () -> new QueuesSeen(run, workers).look();
            case SOURCE -> this::source;
            default -> () -> PresenceDefinitions.lines(run.cloud()).forEach(line -> idMap.put(Optional.of(line)));
        };
    }

    private void look(ObjectKind kind, Runnable part) {
        progress.phase("look up " + kind.word());
        try {
            part.run();
        } catch (CloudException e) {
            if (e.reach() == CloudException.Reach.RUN) {
                throw e;
            }
            unreadable.add(kind);
            problems.add(
                    e.reach() == CloudException.Reach.KIND
                            ? Problems.forbidden(kind, e)
                            : new Problem(
                                    kind,
                                    "*",
                                    "every " + kind.word(),
                                    e.getMessage(),
                                    "nothing, unless it goes on for long",
                                    "next run"));
        }
    }

    private void users(Workers workers, boolean first) {
        UsersSeen users = new UsersSeen(run, workers);
        users.look(first);
        allUsersSeen = users.complete();
        if (!allUsersSeen) {
            problems.add(new Problem(
                    ObjectKind.USER,
                    "*",
                    "the list of users",
                    "Genesys Cloud ended the list before its end; who is not in it is asked for one by one",
                    "nothing; it costs requests. Users who are not needed may be deleted in Genesys Cloud",
                    "next full comparison"));
        }
    }

    /** True when every user of the organisation was read. */
    boolean allUsersSeen() {
        return allUsersSeen;
    }

    private void source() {
        Confirmed.Source source = run.memory().confirmed().source();
        JsonNode seen = PresenceSources.named(
                        run.site().sources(run.cloud()),
                        run.rules().sourceName(run.wanted().tenantName()))
                .orElse(null);
        if (seen == null && source != null && !young(source.at())) {
            run.memory().forgetSource();
        } else if (seen != null
                && (source == null || !source.id().equals(seen.path("id").asText()))) {
            run.memory()
                    .put(new Confirmed.Source(
                            seen.path("id").asText(), seen.path("name").asText(), run.now()));
        }
    }

    private boolean young(long at) {
        return run.now() - at < INDEX_LAG_MILLIS;
    }

    /** Which of the ids that a list does not show have gone: asked one by one, since lists lag. */
    static <K> List<K> gone(RunContext run, Map<K, String> missing, String path) {
        List<K> gone = new ArrayList<>();
        missing.forEach((key, id) -> {
            Answer answer = run.cloud().ask("GET", path + "/" + id, null);
            if (answer.status() == 404 || answer.body().path("state").asText().equals("deleted")) {
                gone.add(key);
            }
        });
        return gone;
    }
}
