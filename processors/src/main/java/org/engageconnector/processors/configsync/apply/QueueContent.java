package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Confirmed;

/**
 * The members and wrap-up codes that a queue has in Genesys Cloud, in Engage's terms. Members that are no synced persons and
 * codes that are not synced are nobody's business here and left alone.
 */
record QueueContent(Set<Long> members, Set<String> codes) {

    /**
     * @param persons as {@link #persons}
     * @param queue as the list of queues shows it
     */
    static QueueContent read(Cloud cloud, Confirmed confirmed, Map<String, Long> persons, JsonNode queue) {
        String path = "/api/v2/routing/queues/" + queue.path("id").asText();
        return new QueueContent(members(cloud, persons, path, queue), codes(cloud, confirmed, path));
    }

    /** User id to the DBID of the person. */
    static Map<String, Long> persons(Confirmed confirmed) {
        Map<String, Long> persons = new HashMap<>();
        confirmed.users().forEach((dbid, user) -> persons.put(user.id(), dbid));
        return persons;
    }

    static Set<Long> members(Cloud cloud, Map<String, Long> persons, String path, JsonNode queue) {
        if (queue.has("memberCount") && queue.path("memberCount").asInt() == 0) {
            return Set.of();
        }
        Set<Long> members = new TreeSet<>();
        for (JsonNode member : Pages.all(cloud, path + "/members?memberBy=user")) {
            Long person = persons.get(member.path("id").asText());
            if (person != null) {
                members.add(person);
            }
        }
        return members;
    }

    static Set<String> codes(Cloud cloud, Confirmed confirmed, String path) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode code : Pages.all(cloud, path + "/wrapupcodes")) {
            ids.add(code.path("id").asText());
        }
        Set<String> names = new TreeSet<>();
        confirmed.wrapUpCodes().forEach((name, code) -> {
            if (ids.contains(code.id())) {
                names.add(name);
            }
        });
        return names;
    }

    /** Blocks of the size that a bulk call takes. */
    static <T> List<List<T>> blocks(List<T> all, int size) {
        List<List<T>> blocks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            blocks.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return blocks;
    }
}
