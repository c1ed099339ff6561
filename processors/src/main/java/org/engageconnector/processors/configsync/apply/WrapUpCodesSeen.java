package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Confirmed;

/** Compares the memory with the wrap-up codes that are there. */
final class WrapUpCodesSeen {

    private static final String PATH = "/api/v2/routing/wrapupcodes";

    private final RunContext run;

    WrapUpCodesSeen(RunContext run) {
        this.run = run;
    }

    void look() {
        Map<String, String> idByName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> nameById = new HashMap<>();
        for (JsonNode code : Pages.all(run.cloud(), PATH)) {
            idByName.put(code.path("name").asText(), code.path("id").asText());
            nameById.put(code.path("id").asText(), code.path("name").asText());
        }
        Map<String, String> missing = new HashMap<>();
        Map.copyOf(run.memory().confirmed().wrapUpCodes()).forEach((name, code) -> {
            String seen = nameById.get(code.id());
            if (seen == null) {
                missing.put(name, code.id());
            } else if (!seen.equals(code.name()) && run.now() - code.at() >= Observation.INDEX_LAG_MILLIS) {
                run.memory().put(name, new Confirmed.WrapUpCode(code.id(), seen, code.active(), run.now()));
            }
        });
        Observation.gone(run, missing, PATH).forEach(this::forget);
        run.wanted().wrapUpCodes().forEach((name, display) -> {
            String id = idByName.get(display);
            if (id != null && !run.memory().confirmed().wrapUpCodes().containsKey(name)) {
                run.memory().put(name, new Confirmed.WrapUpCode(id, nameById.get(id), true, run.now()));
            }
        });
    }

    /** With the code its links to queues are gone; they first, as with skills. */
    private void forget(String name) {
        run.memory().confirmed().queues().forEach((dbid, queue) -> {
            if (queue.codes().contains(name) || queue.doubtfulCodes().contains(name)) {
                run.memory().put(dbid, queue.withCodes(queue.codeLinks().removed(List.of(name)), queue.at()));
            }
        });
        run.memory().forgetWrapUpCode(name);
    }
}
