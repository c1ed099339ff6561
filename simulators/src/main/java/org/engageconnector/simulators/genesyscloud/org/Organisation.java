package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;

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

    private final JsonStore users;
    private final JsonStore skills;
    private final JsonStore queues;
    private final JsonStore wrapUpCodes;
    private final JsonStore sources;
    private final JsonStore definitions;

    private final Map<String, String> userOfExternalId = new LinkedHashMap<>();
    private final Map<String, String> primarySources = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> skillsOfUser = new LinkedHashMap<>();
    private final Map<String, Map<String, Boolean>> membersOfQueue = new LinkedHashMap<>();
    private final Map<String, Set<String>> codesOfQueue = new LinkedHashMap<>();
    private final Map<String, Set<String>> groupMembersOfQueue = new LinkedHashMap<>();
    private final Past<Map<String, Double>> pastSkills = new Past<>();
    private final Past<Map<String, Boolean>> pastMembers = new Past<>();
    private final Map<String, Long> heldNames = new HashMap<>();
    private final Map<String, Integer> clashes = new HashMap<>();
    private final LongSupplier clock;
    private Surprises surprises = Surprises.NONE;
    private long created;

    /** @param clock milliseconds since 1970 */
    public Organisation(String id, String name, OrganisationLimits limits, LongSupplier clock) {
        this.clock = clock;
        users = new JsonStore("user", "/api/v2/users", clock);
        skills = new JsonStore("skill", "/api/v2/routing/skills", clock);
        queues = new JsonStore("queue", "/api/v2/routing/queues", clock);
        wrapUpCodes = new JsonStore("wrap-up code", "/api/v2/routing/wrapupcodes", clock);
        sources = new JsonStore("presence source", "/api/v2/presence/sources", clock);
        definitions = new JsonStore("presence definition", "/api/v2/presence/definitions", clock);
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

    /** Ids of the users that are members of a queue because a group of theirs is. */
    public Set<String> groupMembersOf(String queueId) {
        return groupMembersOfQueue.computeIfAbsent(queueId, key -> new LinkedHashSet<>());
    }

    public Surprises surprises() {
        return surprises;
    }

    public void surprises(Surprises value) {
        surprises = value;
    }

    /** The next PUTs of a queue are refused because of its version. */
    public void clash(String queueId, int times) {
        clashes.put(queueId, times);
    }

    /** Whether a PUT of a queue is refused because of its version. */
    boolean clashes(String queueId) {
        return clashes.merge(queueId, -1, Integer::sum) >= 0;
    }

    /** To be told before the skills of a user change. */
    Map<String, Double> changingSkillsOf(String userId) {
        pastSkills.changed(userId, new LinkedHashMap<>(skillsOf(userId)), clock.getAsLong());
        return skillsOf(userId);
    }

    /** The skills of a user as an answer shows them. */
    Map<String, Double> shownSkillsOf(String userId) {
        return pastSkills.shown(userId, skillsOf(userId), clock.getAsLong(), surprises.readLagMillis());
    }

    /** To be told before the members of a queue change. */
    Map<String, Boolean> changingMembersOf(String queueId) {
        pastMembers.changed(queueId, new LinkedHashMap<>(membersOf(queueId)), clock.getAsLong());
        return membersOf(queueId);
    }

    /** The members of a queue as an answer shows them. */
    Map<String, Boolean> shownMembersOf(String queueId) {
        return pastMembers.shown(queueId, membersOf(queueId), clock.getAsLong(), surprises.readLagMillis());
    }

    /** 404 while what belongs to a new queue is not there yet. */
    void checkChildrenOf(String queueId) {
        if (clock.getAsLong() - queues.madeAt(queueId) < surprises.childLagMillis()) {
            throw Problem.notFound("queue");
        }
    }

    void holdName(String name) {
        heldNames.put(name.toLowerCase(Locale.ROOT), clock.getAsLong());
    }

    /** Whether the queue that had a name was deleted so lately that the name is still taken. */
    boolean nameIsHeld(String name) {
        Long since = heldNames.get(name.toLowerCase(Locale.ROOT));
        return since != null && clock.getAsLong() - since < surprises.nameHeldMillis();
    }

    /** The answer to an object that was made, which may be 500 all the same. */
    Answer made(ObjectNode object) {
        created++;
        if (surprises.everyNthCreateFails() > 0 && created % surprises.everyNthCreateFails() == 0) {
            throw new Problem(500, "internal.server.error", "The server encountered an unexpected condition");
        }
        return Answer.ok(object);
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
