package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Links;

/** Which wrap-up codes a queue offers: added 100 a request, taken away one by one. */
final class QueueWrapUpCodeSync implements ObjectSync {

    private static final int BLOCK = 100;

    private final RunContext run;

    QueueWrapUpCodeSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        long dbid = change.dbid();
        Confirmed.Queue queue = run.queue(dbid);
        if (queue == null) {
            return; // it was refused; its codes wait with it
        }
        String path = "/api/v2/routing/queues/" + queue.id() + "/wrapupcodes";
        for (String name : change.removed()) {
            record(dbid, links -> links.inDoubt(List.of(name)));
            unlink(path, name);
            record(dbid, links -> links.removed(List.of(name)));
        }
        List<String> known = change.added().stream()
                .filter(name -> codes().containsKey(name))
                .toList();
        for (List<String> block : QueueContent.blocks(known, BLOCK)) {
            record(dbid, links -> links.inDoubt(block));
            link(path, block, queue.at());
            record(dbid, links -> links.added(block));
        }
    }

    private void record(long queue, UnaryOperator<Links<String>> change) {
        Confirmed.Queue known = run.queue(queue);
        run.memory().put(queue, known.withCodes(change.apply(known.codeLinks()), run.now()));
    }

    private void link(String path, List<String> names, long queueAt) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        Set<String> ids = new HashSet<>();
        for (String name : names) {
            String id = codes().get(name).id();
            if (ids.add(id)) { // two Engage values may share a display name, and so a code
                body.addObject().put("id", id);
            }
        }
        Answer answer = run.cloud().askThroughClashes("POST", path, body);
        run.throwWhenYoung("POST", path, answer, queueAt);
        Cloud.okOrThrow("POST", path, answer);
    }

    private void unlink(String path, String name) {
        Confirmed.WrapUpCode code = codes().get(name);
        boolean shared = code == null
                || run.wanted().wrapUpCodes().keySet().stream()
                        .map(codes()::get)
                        .anyMatch(other -> other != null && other.id().equals(code.id()));
        if (shared) {
            return;
        }
        Answer answer = run.cloud().ask("DELETE", path + "/" + code.id(), null);
        if (answer.status() != 404) {
            Cloud.okOrThrow("DELETE", path + "/id", answer);
        }
    }

    private Map<String, Confirmed.WrapUpCode> codes() {
        return run.memory().confirmed().wrapUpCodes();
    }
}
