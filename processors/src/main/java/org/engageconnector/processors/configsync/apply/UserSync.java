package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Wanted;

/** Users: made, adopted, changed, set inactive and active again; never deleted (docs/config-sync.md#rules). */
final class UserSync implements ObjectSync {

    private static final String PATH = "/api/v2/users";

    private final RunContext run;
    private final UserPatch patch;
    private final ExternalIds externalIds;
    private final UserLookup lookup;

    UserSync(RunContext run) {
        this.run = run;
        this.patch = new UserPatch(run.cloud());
        this.externalIds = new ExternalIds(run.cloud());
        this.lookup = new UserLookup(run.cloud());
    }

    @Override
    public void apply(Change change) {
        long dbid = change.dbid();
        switch (change.action()) {
            case CREATE -> create(run.wanted().users().get(dbid));
            case DEACTIVATE -> deactivate(dbid);
            case TAKE_OVER -> {
                long old = Long.parseLong(change.added().get(0));
                run.memory().moveUser(old, dbid);
                update(run.wanted().users().get(dbid));
            }
            default -> update(run.wanted().users().get(dbid));
        }
    }

    private void create(Wanted.User wanted) {
        String key = run.rules().externalKey(wanted.dbid());
        // A run before this one may not have heard the answer to its request: then the user is ours.
        boolean intended = run.memory().intended(BegunUser.KIND, key);
        if (intended || !run.usersSeen()) {
            JsonNode found = lookup.byEmail(wanted.email());
            if (found != null) {
                adopt(wanted, found, intended);
                return;
            }
        }
        String home = run.home().id();
        BegunUser.note(run.memory(), key, wanted, run.now());
        Answer answer = run.cloud()
                .askOnce(
                        "POST",
                        PATH,
                        ObjectSync.object()
                                .put("name", wanted.name())
                                .put("email", wanted.email())
                                .put("divisionId", home)
                                .put("state", "active"));
        if (answer.conflict()) {
            JsonNode found = lookup.byEmail(wanted.email());
            if (found != null) {
                run.memory().done(BegunUser.KIND, key);
                adopt(wanted, found, false);
                return;
            }
            run.memory().done(BegunUser.KIND, key);
            // Somebody has the e-mail whom the search does not show yet: its index lags.
            throw CloudException.of(CloudException.Reach.OBJECT_FOR_NOW, "POST " + PATH, answer);
        }
        if (!answer.ok()) {
            run.memory().done(BegunUser.KIND, key);
        }
        String id = Cloud.okOrThrow("POST", PATH, answer).body().path("id").asText();
        run.memory()
                .put(
                        wanted.dbid(),
                        new Confirmed.User(
                                id,
                                wanted.fingerprint(),
                                Wanted.User.identity(wanted.email()),
                                true,
                                true,
                                null,
                                Set.of(),
                                Map.of(),
                                null,
                                run.now()));
        run.memory().done(BegunUser.KIND, key);
        externalId(wanted.dbid(), key);
    }

    private void adopt(Wanted.User wanted, JsonNode found, boolean created) {
        run.memory().put(wanted.dbid(), UserLookup.record(found, created, null, run.now()));
        run.memory().done(BegunUser.KIND, run.rules().externalKey(wanted.dbid()));
        update(wanted);
    }

    private void update(Wanted.User wanted) {
        Confirmed.User known = run.user(wanted.dbid());
        if (!known.active() || !known.fingerprint().equals(wanted.fingerprint())) {
            run.memory().put(wanted.dbid(), known.inDoubt(run.now()));
            boolean there = patch.apply(
                    known.id(), wanted.name(), wanted.email(), true, () -> forgetWhatGoesWithADeletion(wanted.dbid()));
            if (!there) {
                run.memory().forgetUser(wanted.dbid());
                create(wanted);
                return;
            }
            known = run.user(wanted.dbid())
                    .withState(wanted.fingerprint(), Wanted.User.identity(wanted.email()), true, run.now());
            run.memory().put(wanted.dbid(), known);
        }
        externalId(wanted.dbid(), run.rules().externalKey(wanted.dbid()));
    }

    /** Before it is restored, so that a crash in between cannot hide that it was deleted. */
    private void forgetWhatGoesWithADeletion(long dbid) {
        run.memory().forgetMemberships(dbid);
        run.memory().put(dbid, run.user(dbid).withSkills(null, run.now()).withSource(null));
    }

    private void deactivate(long dbid) {
        Confirmed.User known = run.user(dbid);
        run.memory().put(dbid, known.inDoubt(run.now()));
        boolean there = patch.apply(known.id(), null, null, false, () -> {});
        if (!there) {
            run.memory().forgetUser(dbid);
            return;
        }
        String inactive = Wanted.User.fingerprint("", known.email(), false);
        run.memory().put(dbid, known.withState(inactive, known.email(), false, run.now()));
    }

    private void externalId(long dbid, String key) {
        Confirmed.User known = run.user(dbid);
        if (!key.equals(known.externalKey())) {
            run.memory().put(dbid, known.withExternalKeyInDoubt(key));
            externalIds.set(known.id(), known.externalKeys(), key);
            run.memory().put(dbid, known.withExternalKey(key));
        }
    }
}
