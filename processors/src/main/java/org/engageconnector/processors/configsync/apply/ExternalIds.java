package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.SyncRules;

/** The external id of a user: authority {@code engage-connector}, key {@code <tenant>:<dbid>}. */
final class ExternalIds {

    private final Cloud cloud;

    ExternalIds(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Gives a user its external id and takes those that it had from other persons.
     *
     * @param before as {@link Confirmed.User#externalKeys()}
     */
    void set(String userId, Set<String> before, String key) {
        String path = "/api/v2/users/" + userId + "/externalid";
        before.stream().filter(carried -> !carried.equals(key)).forEach(carried -> remove(path, carried));
        ObjectNode body =
                ObjectSync.object().put("authorityName", SyncRules.AUTHORITY).put("externalKey", key);
        Answer answer = cloud.ask("POST", path, body);
        for (int clashes = 0; answer.duplicate() && clashes < Cloud.CLASHES; clashes++) {
            String owner = owner(key);
            if (userId.equals(owner)) {
                return;
            }
            if (owner != null) {
                throw new CloudException(
                        CloudException.Reach.OBJECT,
                        "the external id " + key + " belongs to user " + owner
                                + "; remove it there in Genesys Cloud when that user is not this person");
            }
            answer = cloud.ask("POST", path, body); // nobody has it: it was the user's version that clashed
        }
        Cloud.okOrThrow("POST", path, answer);
    }

    private void remove(String path, String key) {
        Answer removed = cloud.ask("DELETE", path + "/" + SyncRules.AUTHORITY + "/" + key, null);
        if (removed.status() != 404) {
            Cloud.okOrThrow("DELETE", path + "/authority/key", removed);
        }
    }

    /** The user that carries an external id, or {@code null}. */
    private String owner(String key) {
        Answer answer = cloud.ask("GET", "/api/v2/users/externalid/" + SyncRules.AUTHORITY + "/" + key, null);
        return answer.ok() ? answer.body().path("id").asText() : null;
    }
}
