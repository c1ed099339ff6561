package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;

/** Makes the tenant's source the primary one of a user, so that the states we send are the ones that show. */
final class PrimarySourceSync implements ObjectSync {

    private final RunContext run;

    PrimarySourceSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        Confirmed.User user = run.user(change.dbid());
        Confirmed.Source source = run.memory().confirmed().source();
        if (user == null || source == null) {
            return; // one of the two was refused
        }
        String path = "/api/v2/presence/users/" + user.id() + "/primarysource";
        ObjectNode body = ObjectSync.object().put("sourceId", source.id());
        Cloud.okOrThrow("PUT", path, run.cloud().askThroughClashes("PUT", path, body));
        run.memory().put(change.dbid(), user.withSource(source.id()));
    }
}
