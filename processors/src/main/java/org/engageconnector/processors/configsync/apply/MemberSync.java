package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.UnaryOperator;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.cloud.PathLabel;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Links;

/** Members of a queue, 100 a request; a block that is refused is halved until the bad member is alone. */
final class MemberSync implements ObjectSync {

    private static final int BLOCK = 100;

    private final RunContext run;

    MemberSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        Confirmed.Queue queue = run.queue(change.dbid());
        if (queue == null) {
            return; // it was refused; its members wait with it
        }
        forgetWhoHasNoUser(change);
        for (List<Long> block : QueueContent.blocks(persons(change.removed()), BLOCK)) {
            send(change.dbid(), queue.id(), block, true);
        }
        for (List<Long> block : QueueContent.blocks(persons(change.added()), BLOCK)) {
            send(change.dbid(), queue.id(), block, false);
        }
    }

    /** Who leaves and has no user is no member there. */
    private void forgetWhoHasNoUser(Change change) {
        List<Long> without = change.removed().stream()
                .map(Long::valueOf)
                .filter(dbid -> run.user(dbid) == null)
                .toList();
        if (!without.isEmpty()) {
            Confirmed.Queue queue = run.queue(change.dbid());
            run.memory()
                    .put(change.dbid(), queue.withMembers(queue.memberLinks().removed(without), queue.at()));
        }
    }

    private List<Long> persons(List<String> dbids) {
        return dbids.stream()
                .map(Long::valueOf)
                .filter(dbid -> run.user(dbid) != null)
                .toList();
    }

    private void send(long queue, String id, List<Long> persons, boolean remove) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        persons.forEach(person -> body.addObject().put("id", run.user(person).id()));
        String path = "/api/v2/routing/queues/" + id + "/members" + (remove ? "?delete=true" : "");
        long at = run.queue(queue).at();
        record(queue, links -> links.inDoubt(persons));
        Answer answer = run.cloud().askThroughClashes("POST", path, body);
        if (answer.status() == 404) {
            Confirmed.Queue known = run.queue(queue);
            run.memory().put(queue, known.withMembers(known.memberLinks().unchanged(persons), at));
            run.throwWhenYoung("POST", path, answer, at);
        }
        if (!answer.ok() && persons.size() > 1 && answer.status() != 409) {
            halve(queue, id, persons, remove);
            return;
        }
        if (!answer.ok()) {
            record(queue, links -> links.unchanged(persons));
            String who = persons.size() == 1 ? " for person " + persons.get(0) : "";
            throw CloudException.of(CloudException.Reach.OBJECT, "POST " + PathLabel.of(path) + who, answer);
        }
        record(queue, links -> remove ? links.removed(persons) : links.added(persons));
    }

    private void record(long queue, UnaryOperator<Links<Long>> change) {
        Confirmed.Queue known = run.queue(queue);
        run.memory().put(queue, known.withMembers(change.apply(known.memberLinks()), run.now()));
    }

    private void halve(long queue, String id, List<Long> persons, boolean remove) {
        int half = persons.size() / 2;
        CloudException refused = null;
        for (List<Long> part : List.of(persons.subList(0, half), persons.subList(half, persons.size()))) {
            try {
                send(queue, id, part, remove);
            } catch (CloudException e) {
                if (e.reach() != CloudException.Reach.OBJECT) {
                    throw e;
                }
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
    }
}
