package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.engageconnector.simulators.genesyscloud.http.Json;

/**
 * One Genesys Cloud organisation: its users, skills, queues, wrap-up codes, presence sources and definitions, and what links
 * them. Guarded by the simulator's lock; the event rules only read it.
 */
public final class Organisation {

    /** The primary presences every organisation has, as the platform writes them. */
    static final List<String> SYSTEM_PRESENCES =
            List.of("Available", "Away", "Busy", "Offline", "Idle", "On Queue", "Meal", "Training", "Meeting", "Break");

    private final String id;
    private final String name;
    private final OrganisationLimits limits;
    private final String homeDivision = UUID.randomUUID().toString();

    private final JsonStore users = new JsonStore("user", "/api/v2/users");
    private final JsonStore skills = new JsonStore("skill", "/api/v2/routing/skills");
    private final JsonStore queues = new JsonStore("queue", "/api/v2/routing/queues");
    private final JsonStore wrapUpCodes = new JsonStore("wrap-up code", "/api/v2/routing/wrapupcodes");
    private final JsonStore sources = new JsonStore("presence source", "/api/v2/presence/sources");
    private final JsonStore definitions = new JsonStore("presence definition", "/api/v2/presence/definitions");

    private final Map<String, String> userOfExternalId = new LinkedHashMap<>();
    private final Map<String, String> primarySources = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> skillsOfUser = new LinkedHashMap<>();
    private final Map<String, Map<String, Boolean>> membersOfQueue = new LinkedHashMap<>();
    private final Map<String, Set<String>> codesOfQueue = new LinkedHashMap<>();

    public Organisation(String id, String name, OrganisationLimits limits) {
        this.id = id;
        this.name = name;
        this.limits = limits;
        for (String presence : SYSTEM_PRESENCES) {
            ObjectNode definition = Json.object()
                    .put("name", presence)
                    .put("type", "System")
                    .put("systemPresence", presence)
                    .put("primary", true)
                    .put("deactivated", false);
            definition.putObject("languageLabels").put("en_US", presence);
            definition.putObject("division").put("id", "*").put("name", "*");
            definitions.add(definition);
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public OrganisationLimits limits() {
        return limits;
    }

    public String homeDivision() {
        return homeDivision;
    }

    public JsonStore users() {
        return users;
    }

    public JsonStore skills() {
        return skills;
    }

    public JsonStore queues() {
        return queues;
    }

    public JsonStore wrapUpCodes() {
        return wrapUpCodes;
    }

    public JsonStore sources() {
        return sources;
    }

    public JsonStore definitions() {
        return definitions;
    }

    /** External id ({@code authority/key}) to user id. */
    Map<String, String> userOfExternalId() {
        return userOfExternalId;
    }

    /** User id to presence source id. */
    public Map<String, String> primarySources() {
        return primarySources;
    }

    /** Skill id to proficiency, 0 to 5, of a user. */
    public Map<String, Double> skillsOf(String userId) {
        return skillsOfUser.computeIfAbsent(userId, key -> new LinkedHashMap<>());
    }

    /** User id to joined, of a queue. */
    public Map<String, Boolean> membersOf(String queueId) {
        return membersOfQueue.computeIfAbsent(queueId, key -> new LinkedHashMap<>());
    }

    /** Wrap-up code ids of a queue. */
    public Set<String> codesOf(String queueId) {
        return codesOfQueue.computeIfAbsent(queueId, key -> new LinkedHashSet<>());
    }

    /** True for a user that was not deleted; an inactive one is still a user. */
    public boolean hasUser(String userId) {
        return users.find(userId).filter(user -> !"deleted".equals(state(user))).isPresent();
    }

    /** True for a presence source that was not deactivated. */
    public boolean hasSource(String sourceId) {
        return sources.find(sourceId)
                .filter(source -> !source.path("deactivated").asBoolean())
                .isPresent();
    }

    /** The system presence of a definition, without spaces and in lower case. */
    public Optional<String> systemPresence(String definitionId) {
        return definitions
                .find(definitionId)
                .map(definition -> plain(definition.path("systemPresence").asText()));
    }

    /** A system presence as it is compared: without spaces and case (docs/simulators.md#where-nothing-is-published). */
    public static String plain(String presence) {
        return presence.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    static String state(ObjectNode user) {
        return user.path("state").asText();
    }
}
