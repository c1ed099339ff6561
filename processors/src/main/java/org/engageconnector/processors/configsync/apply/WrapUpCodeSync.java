package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;

/** Wrap-up codes, named with the display name; left in place when gone. */
final class WrapUpCodeSync implements ObjectSync {

    private static final String PATH = "/api/v2/routing/wrapupcodes";

    private final RunContext run;

    WrapUpCodeSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        String name = change.key();
        Confirmed.WrapUpCode known = run.memory().confirmed().wrapUpCodes().get(name);
        switch (change.action()) {
            case CREATE -> put(name, create(change.label()), change.label());
            case UPDATE -> {
                run.memory().put(name, known.inDoubt(run.now()));
                rename(known.id(), name, change.label());
                put(name, known.id(), change.label());
            }
            default -> run.memory().put(name, known.withActive(change.action() == Action.ACTIVATE));
        }
    }

    private void put(String name, String id, String display) {
        run.memory().put(name, new Confirmed.WrapUpCode(id, display, true, run.now()));
    }

    private String create(String display) {
        Answer answer = run.cloud().ask("POST", PATH, body(display));
        if (answer.duplicate()) {
            for (JsonNode code : Pages.all(run.cloud(), PATH + "?name=" + ObjectSync.encoded(display))) {
                if (code.path("name").asText().equalsIgnoreCase(display)) {
                    return code.path("id").asText();
                }
            }
            throw Taken.byNobodyListed("POST " + PATH, answer);
        }
        return Cloud.okOrThrow("POST", PATH, answer).body().path("id").asText();
    }

    private void rename(String id, String name, String display) {
        Answer answer = run.cloud().ask("PUT", PATH + "/" + id, body(display));
        if (answer.status() == 404) {
            run.memory().forgetWrapUpCode(name);
        }
        Cloud.okOrThrow("PUT", PATH + "/" + id, answer);
    }

    private ObjectNode body(String display) {
        ObjectNode body = ObjectSync.object().put("name", display);
        body.putObject("division").put("id", run.home().id());
        return body;
    }
}
