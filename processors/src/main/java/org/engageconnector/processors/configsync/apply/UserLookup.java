package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.plan.Wanted;

/** Finds a single user, the deleted ones too. The search reads an index that lags behind writes by up to minutes. */
final class UserLookup {

    private final Cloud cloud;

    UserLookup(Cloud cloud) {
        this.cloud = cloud;
    }

    /** The user with an e-mail, in whatever state; {@code null} when there is none. */
    JsonNode byEmail(String email) {
        JsonNode found = search(email, null);
        if (found == null) {
            found = search(email, "deleted");
        }
        return found != null ? found : search(email, "inactive");
    }

    private JsonNode search(String email, String state) {
        ObjectNode body = ObjectSync.object();
        ArrayNode query = body.putArray("query");
        exact(query, "email").put("value", email);
        if (state != null) {
            exact(query, "state").putArray("values").add(state);
        }
        JsonNode results = cloud.must("POST", "/api/v2/users/search", body).path("results");
        for (JsonNode user : results) {
            if (Wanted.User.identity(user.path("email").asText()).equals(Wanted.User.identity(email))) {
                return user;
            }
        }
        return null;
    }

    private static ObjectNode exact(ArrayNode query, String field) {
        ObjectNode term = query.addObject().put("type", "EXACT");
        term.putArray("fields").add(field);
        return term;
    }

    /** The user that carries an external id of ours, or {@code null}. */
    JsonNode byExternalId(String key) {
        Answer answer = cloud.ask("GET", "/api/v2/users/externalid/" + SyncRules.AUTHORITY + "/" + key, null);
        return answer.status() == 404
                ? null
                : Cloud.okOrThrow("GET", "/api/v2/users/externalid", answer).body();
    }

    /** What is known of a user that was found, but for its skills. */
    static Confirmed.User record(JsonNode user, boolean created, String externalKey, long now) {
        String id = user.path("id").asText();
        return seen(new Confirmed.User(id, "", "", created, false, externalKey, Set.of(), null, null, now), user);
    }

    /** A known user with the name, e-mail and state that it has there. */
    static Confirmed.User seen(Confirmed.User known, JsonNode user) {
        boolean active = user.path("state").asText().equals("active");
        String email = user.path("email").asText();
        return known.withState(
                Wanted.User.fingerprint(user.path("name").asText(), email, active),
                Wanted.User.identity(email),
                active,
                known.at());
    }

    /**
     * Skills of a user as a list with {@code expand=skills} shows them, by name; {@code null} when it does not.
     *
     * @param names of synced skills by their id: Engage may spell one in another case
     */
    static Map<String, Double> skills(JsonNode user, Map<String, String> names) {
        if (!user.path("skills").isArray()) {
            return null;
        }
        Map<String, Double> skills = new TreeMap<>();
        user.path("skills")
                .forEach(skill -> skills.put(
                        names.getOrDefault(
                                skill.path("id").asText(), skill.path("name").asText()),
                        skill.path("proficiency").asDouble()));
        return skills;
    }
}
