package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Wanted;

/** Compares the memory with the users that are there, in whatever state, and adopts those that carry an e-mail of ours. */
final class UsersSeen {

    private static final String PATH = "/api/v2/users";

    private final RunContext run;
    private final Workers workers;
    private final UserLookup lookup;
    private boolean complete = true;
    private final Map<String, String> skillNames = new HashMap<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<String, JsonNode> byEmail = new HashMap<>();

    UsersSeen(RunContext run, Workers workers) {
        this.run = run;
        this.workers = workers;
        this.lookup = new UserLookup(run.cloud());
        run.memory().confirmed().skills().forEach((name, skill) -> skillNames.put(skill.id(), name));
    }

    /** @param askExternalIds true when Redis knows nothing: a user of ours may carry another e-mail by now */
    void look(boolean askExternalIds) {
        if (!read("any")) {
            // Users who are not active cannot be read beyond 10,000: then those who are missing are asked for singly.
            complete = read("active") & read("inactive") & read("deleted");
        }
        Map.copyOf(run.memory().confirmed().users()).forEach(this::compare);
        Set<String> owned = owned();
        adoptWhoWereBegun(owned);
        adopt(owned, askExternalIds);
    }

    /** False when not all users could be read: who is missing may be there. */
    boolean complete() {
        return complete;
    }

    private boolean read(String state) {
        try {
            Pages.each(run.cloud(), PATH + "?state=" + state + "&expand=skills", this::remember);
            return true;
        } catch (CloudException e) {
            if (e.reach() != CloudException.Reach.OBJECT || byId.isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private void remember(JsonNode user) {
        if (byId.put(user.path("id").asText(), user) == null) {
            byEmail.merge(Wanted.User.identity(user.path("email").asText()), user, UsersSeen::better);
        }
    }

    /** A deleted user may share its e-mail with one who is not. */
    private static JsonNode better(JsonNode one, JsonNode other) {
        return one.path("state").asText().equals("deleted") ? other : one;
    }

    private void compare(long dbid, Confirmed.User known) {
        JsonNode seen = byId.get(known.id());
        if (seen == null && !complete && !known.active()) {
            return;
        }
        if (seen == null) {
            if (!Observation.gone(run, Map.of(dbid, known.id()), PATH).isEmpty()) {
                run.memory().forgetUser(dbid);
            }
            return;
        }
        boolean young = run.now() - known.at() < Observation.INDEX_LAG_MILLIS;
        boolean deleted = seen.path("state").asText().equals("deleted");
        if (young
                && (!deleted
                        || Observation.gone(run, Map.of(dbid, known.id()), PATH).isEmpty())) {
            return;
        }
        Confirmed.User now = UserLookup.seen(known, seen);
        Map<String, Double> skills = UserLookup.skills(seen, skillNames);
        if (deleted) {
            run.memory().forgetMemberships(dbid);
            now = now.withSkills(null, known.at()).withSource(null);
        } else if (skills != null) {
            now = now.withSkills(skills, known.at());
        }
        if (!now.equals(known)) {
            run.memory().put(dbid, now);
        }
    }

    /** Ours although their persons are gone, so that they are set inactive. */
    private void adoptWhoWereBegun(Set<String> owned) {
        for (BegunUser begun : BegunUser.ofPersonsWhoAreGone(run.memory(), run.wanted())) {
            JsonNode seen = byEmail.get(begun.email());
            if (seen != null && owned.add(seen.path("id").asText())) {
                run.memory().put(begun.dbid(), UserLookup.record(seen, true, null, run.now()));
            } else if (seen == null && run.now() - begun.at() < Observation.INDEX_LAG_MILLIS) {
                continue; // the list may not show it yet
            }
            run.memory().done(BegunUser.KIND, begun.key());
        }
    }

    /** The ids of the users who are in the memory. */
    private Set<String> owned() {
        Set<String> owned = new HashSet<>();
        run.memory().confirmed().users().values().forEach(user -> owned.add(user.id()));
        return owned;
    }

    private void adopt(Set<String> owned, boolean askExternalIds) {
        List<Wanted.User> unknown = new ArrayList<>();
        for (Wanted.User user : run.wanted().users().values()) {
            if (run.memory().confirmed().users().containsKey(user.dbid())) {
                continue;
            }
            JsonNode seen = byEmail.get(Wanted.User.identity(user.email()));
            if (seen == null) {
                unknown.add(user);
            } else if (owned.add(seen.path("id").asText())) {
                adopt(user, seen, null);
            }
        }
        // Users of others who are left over: one of them may be ours under another e-mail.
        AtomicInteger others = new AtomicInteger(
                byId.size() - (int) owned.stream().filter(byId::containsKey).count());
        if (askExternalIds && (others.get() > 0 || !complete)) {
            workers.forEach(unknown, user -> byExternalId(user, others));
        }
    }

    private void byExternalId(Wanted.User user, AtomicInteger others) {
        if (others.get() <= 0 && complete) {
            return;
        }
        String key = run.rules().externalKey(user.dbid());
        JsonNode found = lookup.byExternalId(key);
        if (found != null) {
            others.decrementAndGet();
            adopt(user, byId.getOrDefault(found.path("id").asText(), found), key);
        }
    }

    private void adopt(Wanted.User user, JsonNode seen, String externalKey) {
        String intent = run.rules().externalKey(user.dbid());
        Confirmed.User found =
                UserLookup.record(seen, run.memory().intended(BegunUser.KIND, intent), externalKey, run.now());
        boolean deleted = seen.path("state").asText().equals("deleted");
        run.memory()
                .put(user.dbid(), deleted ? found : found.withSkills(UserLookup.skills(seen, skillNames), run.now()));
        run.memory().done(BegunUser.KIND, intent);
    }
}
