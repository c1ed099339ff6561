package org.engageconnector.app.configsync;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.engageconnector.processors.configsync.cloud.Answer;

/** An organisation as sorted lines, as it is and as a model of Engage wants it; equal when the two are in step. */
final class OrganisationText {

    private OrganisationText() {}

    /** What should be there of the persons, queues, skills and codes that Engage has now. */
    static String expected(EngageModel engage) {
        TreeSet<String> lines = new TreeSet<>();
        engage.persons.values().stream().filter(EngageModel.Person::enabled).forEach(person -> {
            Map<String, Double> skills = new TreeMap<>();
            person.levels().forEach((skill, level) -> {
                if (engage.skills.contains(skill)) {
                    skills.put(skill, level / 2.0);
                }
            });
            lines.add(userLine(
                    person.email(), person.name(), "active", EngageModel.TENANT + ":" + person.dbid(), skills, true));
        });
        engage.queues.values().forEach(queue -> {
            TreeSet<String> members = new TreeSet<>();
            queue.members().stream()
                    .map(engage.persons::get)
                    .filter(person -> person != null && person.enabled())
                    .forEach(person -> members.add(person.email()));
            lines.add(queueLine(
                    EngageModel.TENANT + ":" + queue.dbid(),
                    queue.alias(),
                    members,
                    new TreeSet<>(engage.codes.values())));
        });
        return String.join("\n", lines);
    }

    /** What is there of them; users of persons who are gone must be inactive, queues of virtual queues that are gone empty. */
    static String actual(EngageModel engage, CloudClient cloud) {
        TreeSet<String> lines = new TreeSet<>();
        Map<String, String> emails = new HashMap<>();
        String source = null;
        for (JsonNode one :
                cloud.get("/api/v2/presence/sources?deactivated=false").path("entities")) {
            if (one.path("name").asText().equals("Engage Resources")) {
                source = one.path("id").asText();
            }
        }
        for (JsonNode user : all(cloud, "/api/v2/users?state=any")) {
            emails.put(user.path("id").asText(), user.path("email").asText());
            boolean wanted = engage.persons.values().stream()
                    .anyMatch(person -> person.enabled()
                            && person.email().equals(user.path("email").asText()));
            if (wanted) {
                lines.add(user(cloud, user, source));
            } else if (user.path("state").asText().equals("active")) {
                lines.add("still active: " + user.path("email").asText());
            }
        }
        for (JsonNode queue : all(cloud, "/api/v2/routing/queues")) {
            queue(engage, cloud, queue, emails, lines);
        }
        return String.join("\n", lines);
    }

    private static String user(CloudClient cloud, JsonNode user, String source) {
        String id = user.path("id").asText();
        Map<String, Double> skills = new TreeMap<>();
        all(cloud, "/api/v2/users/" + id + "/routingskills")
                .forEach(skill -> skills.put(
                        skill.path("name").asText(), skill.path("proficiency").asDouble()));
        List<String> keys = new ArrayList<>();
        cloud.get("/api/v2/users/" + id + "/externalid")
                .forEach(key -> keys.add(key.path("externalKey").asText()));
        Answer primary = cloud.request("GET", "/api/v2/presence/users/" + id + "/primarysource", null);
        return userLine(
                user.path("email").asText(),
                user.path("name").asText(),
                user.path("state").asText(),
                String.join(",", keys),
                skills,
                source != null && primary.body().toString().contains(source));
    }

    private static void queue(
            EngageModel engage, CloudClient cloud, JsonNode queue, Map<String, String> emails, TreeSet<String> lines) {
        String id = queue.path("id").asText();
        TreeSet<String> members = new TreeSet<>();
        all(cloud, "/api/v2/routing/queues/" + id + "/members?memberBy=user")
                .forEach(member -> members.add(emails.get(member.path("id").asText())));
        TreeSet<String> codes = new TreeSet<>();
        all(cloud, "/api/v2/routing/queues/" + id + "/wrapupcodes")
                .forEach(code -> codes.add(code.path("name").asText()));
        String peer = queue.path("peerId").asText();
        boolean wanted =
                engage.queues.values().stream().anyMatch(one -> peer.equals(EngageModel.TENANT + ":" + one.dbid()));
        if (wanted) {
            lines.add(queueLine(peer, queue.path("name").asText(), members, codes));
        } else if (!members.isEmpty()) {
            lines.add("not emptied: " + queue.path("name").asText() + " " + members);
        }
    }

    private static String userLine(
            String email, String name, String state, String keys, Map<String, Double> skills, boolean primary) {
        return "user " + email + " " + name + " " + state + " " + keys + " " + skills + (primary ? " primary" : "");
    }

    private static String queueLine(String peer, String name, TreeSet<String> members, TreeSet<String> codes) {
        return "queue " + peer + " " + name + " " + members + " " + codes;
    }

    static List<JsonNode> all(CloudClient cloud, String path) {
        List<JsonNode> all = new ArrayList<>();
        char joint = path.contains("?") ? '&' : '?';
        for (int page = 1; ; page++) {
            JsonNode entities =
                    cloud.get(path + joint + "pageSize=100&pageNumber=" + page).path("entities");
            entities.forEach(all::add);
            if (entities.size() < 100) {
                return all;
            }
        }
    }
}
