package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Wanted;

/**
 * Changes a user that somebody else may change at the same time: reads the version, sends only what differs, the state in a
 * request of its own and first (a deleted user takes nothing else), and starts again at a version clash.
 */
final class UserPatch {

    private final Cloud cloud;

    UserPatch(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * @param name {@code null} to leave name and e-mail
     * @param restoring called before a deleted user is restored, whose skills, queues and primary source may be lost
     * @return false when there is no such user, not even a deleted one
     */
    boolean apply(String id, String name, String email, boolean active, Runnable restoring) {
        String path = "/api/v2/users/" + id;
        Answer clash = null;
        int version = 0;
        boolean moved = false;
        for (int clashes = 0; clashes <= Cloud.CLASHES; ) {
            JsonNode user = read(path);
            if (user == null) {
                return false;
            }
            String state = user.path("state").asText();
            if (state.equals("deleted")) {
                if (!active) {
                    return true;
                }
                restoring.run();
            }
            ObjectNode change = ObjectSync.object();
            if (!state.equals(active ? "active" : "inactive")) {
                change.put("state", active ? "active" : "inactive");
            } else if (name != null) {
                if (!name.equals(user.path("name").asText())) {
                    change.put("name", name);
                }
                if (!Wanted.User.identity(email)
                        .equals(Wanted.User.identity(user.path("email").asText()))) {
                    change.put("email", email);
                }
            }
            if (change.isEmpty()) {
                return true;
            }
            moved |= clash != null && user.path("version").asInt() != version;
            version = user.path("version").asInt();
            change.put("version", version);
            Answer answer = cloud.ask("PATCH", path, change);
            if (answer.conflict()) {
                clash = answer;
                clashes++;
            } else {
                Cloud.okOrThrow("PATCH", path, answer);
                clash = null;
                boolean all = !change.has("state") || same(answer.body(), name, email);
                if (all) {
                    return true;
                }
            }
        }
        // When nobody changed the user meanwhile it is the change that is in conflict, as a taken e-mail is.
        throw CloudException.of(
                moved ? CloudException.Reach.OBJECT_FOR_NOW : CloudException.Reach.OBJECT,
                "PATCH /api/v2/users/{id}",
                clash);
    }

    /** True when the answer to a change of state shows that nothing else differs, which saves reading again. */
    private static boolean same(JsonNode user, String name, String email) {
        return name == null
                || name.equals(user.path("name").asText())
                        && Wanted.User.identity(email)
                                .equals(Wanted.User.identity(user.path("email").asText()));
    }

    private JsonNode read(String path) {
        Answer answer = cloud.ask("GET", path, null);
        if (answer.status() == 404) {
            answer = cloud.ask("GET", path + "?state=deleted", null);
            if (answer.status() == 404) {
                return null;
            }
        }
        return Cloud.okOrThrow("GET", path, answer).body();
    }
}
