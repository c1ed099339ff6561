package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.SyncRules;

/**
 * Compares what no list shows, external id and primary source, user by user. That costs two requests each, so one comparison
 * takes a part of the users, and the next ones the others: a site of some thousand is through in a day.
 */
final class UnlistedSeen {

    private static final int FEWEST = 50;
    private static final int MOST = 500;
    private static final int COMPARISONS = 24;

    private final RunContext run;

    UnlistedSeen(RunContext run) {
        this.run = run;
    }

    /**
     * @param after the DBID up to which users were compared
     * @return up to which they are now
     */
    long look(Workers workers, long after) {
        TreeMap<Long, Confirmed.User> all =
                new TreeMap<>(run.memory().confirmed().users());
        // What was just written may be read stale.
        all.values().removeIf(user -> !user.active() || run.now() - user.at() < Observation.INDEX_LAG_MILLIS);
        int count = Math.max(FEWEST, Math.min(MOST, all.size() / COMPARISONS));
        List<Long> part = new ArrayList<>(all.tailMap(after, false).keySet());
        part.addAll(all.headMap(after, true).keySet());
        part = List.copyOf(part.subList(0, Math.min(count, part.size())));
        compare(workers, part, this::externalId);
        compare(workers, part, this::primarySource);
        return part.isEmpty() ? after : part.get(part.size() - 1);
    }

    private static void compare(Workers workers, List<Long> part, Consumer<Long> job) {
        try {
            workers.forEach(part, job);
        } catch (CloudException e) {
            if (e.reach() == CloudException.Reach.RUN) {
                throw e;
            }
            // What may not be read, or not now, is left as it is known.
        }
    }

    private void externalId(long dbid) {
        Confirmed.User user = run.user(dbid);
        String key = run.rules().externalKey(dbid);
        if (key.equals(user.externalKey()) && lost(user, key)) {
            run.memory().put(dbid, user.withExternalKey(null));
        }
    }

    private void primarySource(long dbid) {
        Confirmed.User user = run.user(dbid);
        if (user.source() != null && otherPrimarySource(user)) {
            run.memory().put(dbid, user.withSource(null));
        }
    }

    private boolean lost(Confirmed.User user, String key) {
        Answer answer = run.cloud().ask("GET", "/api/v2/users/externalid/" + SyncRules.AUTHORITY + "/" + key, null);
        return answer.status() == 404
                || answer.ok() && !answer.body().path("id").asText().equals(user.id());
    }

    private boolean otherPrimarySource(Confirmed.User user) {
        JsonNode body = run.cloud()
                .ask("GET", "/api/v2/presence/users/" + user.id() + "/primarysource", null)
                .body();
        String source = body.path("sourceId")
                .asText(body.path("primarySource").path("id").asText(""));
        return !source.isEmpty() && !source.equals(user.source());
    }
}
