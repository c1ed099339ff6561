package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Wanted;

/** Queues: made, renamed, gone on with under a new virtual queue; never deleted. */
final class QueueSync implements ObjectSync {

    private static final String PATH = "/api/v2/routing/queues";

    /** Fields of an answer that a request does not have. */
    private static final List<String> READ_ONLY = List.of(
            "id",
            "selfUri",
            "dateCreated",
            "dateModified",
            "modifiedBy",
            "createdBy",
            "memberCount",
            "userMemberCount",
            "joinedMemberCount");

    private final RunContext run;

    QueueSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        long dbid = change.dbid();
        Wanted.Queue wanted = run.wanted().queues().get(dbid);
        Confirmed.Queue known = run.queue(dbid);
        switch (change.action()) {
            case CREATE -> create(wanted);
            case UPDATE -> update(wanted, known);
            case TAKE_OVER -> {
                long old = Long.parseLong(change.added().get(0));
                run.memory().moveQueue(old, dbid);
                update(wanted, run.queue(dbid));
            }
            default -> run.memory().put(dbid, known.withActive(change.action() == Action.ACTIVATE));
        }
    }

    private void create(Wanted.Queue wanted) {
        ObjectNode body = fill(ObjectSync.object(), wanted);
        body.putObject("division").put("id", run.home().id());
        run.memory().intend("queue", wanted.peerId(), wanted.name());
        Answer answer = run.cloud().ask("POST", PATH, body);
        JsonNode found = answer.duplicate() ? find(wanted) : null;
        if (found == null && answer.duplicate()) {
            throw Taken.byNobodyListed("POST " + PATH, answer);
        }
        if (found == null) {
            String id = Cloud.okOrThrow("POST", PATH, answer).body().path("id").asText();
            run.memory()
                    .put(
                            wanted.dbid(),
                            new Confirmed.Queue(
                                    id,
                                    wanted.name(),
                                    wanted.fingerprint(),
                                    true,
                                    true,
                                    Set.of(),
                                    Set.of(),
                                    run.now()));
        } else {
            Confirmed confirmed = run.memory().confirmed();
            QueueContent content = QueueContent.read(run.cloud(), confirmed, QueueContent.persons(confirmed), found);
            Confirmed.Queue adopted = new Confirmed.Queue(
                    found.path("id").asText(),
                    found.path("name").asText(),
                    "",
                    run.memory().intended("queue", wanted.peerId()),
                    true,
                    content.members(),
                    content.codes(),
                    run.now());
            run.memory().put(wanted.dbid(), adopted);
            update(wanted, adopted);
        }
        run.memory().done("queue", wanted.peerId());
    }

    /** The queue that has the name, unless it stands for another virtual queue. */
    private JsonNode find(Wanted.Queue wanted) {
        for (JsonNode queue : Pages.all(run.cloud(), PATH + "?name=" + ObjectSync.encoded(wanted.name()))) {
            String peer = queue.path("peerId").asText("");
            if (queue.path("name").asText().equalsIgnoreCase(wanted.name())
                    && (peer.isEmpty() || peer.equals(wanted.peerId()))) {
                return queue;
            }
        }
        return null;
    }

    /** A queue is written whole, so it is read first, and again after a clash: what others set in it stays. */
    private void update(Wanted.Queue wanted, Confirmed.Queue known) {
        String path = PATH + "/" + known.id();
        run.memory().put(wanted.dbid(), known.inDoubt(run.now()));
        Answer written;
        int clashes = 0;
        do {
            Answer present = run.cloud().ask("GET", path, null);
            if (present.status() == 404) {
                run.memory().put(wanted.dbid(), known);
                run.throwWhenYoung("GET", path, present, known.at());
                run.memory().forgetQueue(wanted.dbid());
                create(wanted);
                return;
            }
            ObjectNode body = Cloud.okOrThrow("GET", path, present).body().deepCopy();
            body.remove(READ_ONLY);
            written = run.cloud().ask("PUT", path, fill(body, wanted));
        } while (written.conflict() && clashes++ < Cloud.CLASHES);
        if (written.conflict() || written.duplicate() && find(wanted) == null) {
            throw Taken.byNobodyListed("PUT " + PATH + "/{id}", written);
        }
        Cloud.okOrThrow("PUT", path, written);
        run.memory().put(wanted.dbid(), known.told(wanted.name(), wanted.fingerprint(), true, run.now()));
    }

    private static ObjectNode fill(ObjectNode body, Wanted.Queue wanted) {
        return body.put("name", wanted.name())
                .put("description", wanted.description())
                .put("peerId", wanted.peerId());
    }
}
