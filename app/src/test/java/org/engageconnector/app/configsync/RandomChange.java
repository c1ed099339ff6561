package org.engageconnector.app.configsync;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What administrators do while config-sync runs, or does not. */
final class RandomChange {

    private static final List<String> SKILLS = List.of("English", "French", "Sales", "German", "Italian");
    private static final List<String> CODES = List.of("Sold", "Complaint", "Callback", "Lost");

    private RandomChange() {}

    /** An administrator of Engage does something. */
    static void inEngage(EngageModel engage, Random random) {
        List<Long> persons = new ArrayList<>(engage.persons.keySet());
        long person = persons.get(random.nextInt(persons.size()));
        long fresh = 10_000 + random.nextInt(1_000_000);
        List<Long> queues = new ArrayList<>(engage.queues.keySet());
        switch (random.nextInt(11)) {
            case 0 -> engage.person(fresh, "new" + fresh, Map.of(SKILLS.get(random.nextInt(5)), random.nextInt(11)));
            case 1 -> engage.disable(person);
            case 2 -> engage.recreate(person, fresh);
            case 3 -> engage.rename(person, "renamed" + fresh);
            case 4 -> engage.persons.get(person).levels().put(SKILLS.get(random.nextInt(5)), random.nextInt(11));
            case 5 -> engage.persons.get(person).levels().remove(SKILLS.get(random.nextInt(5)));
            case 6 -> flip(engage.skills, SKILLS.get(random.nextInt(5)));
            case 7 -> {
                String code = CODES.get(random.nextInt(4));
                if (engage.codes.remove(code) == null) {
                    engage.codes.put(code, code + " " + random.nextInt(3));
                }
            }
            case 8 -> engage.queue(fresh, "Queue of " + fresh, person);
            case 9 -> {
                if (queues.size() > 2) {
                    engage.queues.remove(queues.get(random.nextInt(queues.size())));
                }
            }
            default -> {
                Set<Long> members = engage.queues
                        .get(queues.get(random.nextInt(queues.size())))
                        .members();
                flip(members, person);
            }
        }
    }

    private static <T> void flip(Set<T> set, T element) {
        if (!set.remove(element)) {
            set.add(element);
        }
    }

    /** An administrator of Genesys Cloud deletes something. */
    static void inGenesysCloud(CloudClient cloud, Random random) {
        String path =
                switch (random.nextInt(4)) {
                    case 0 -> "/api/v2/users";
                    case 1 -> "/api/v2/routing/skills";
                    case 2 -> "/api/v2/routing/queues";
                    default -> "/api/v2/routing/wrapupcodes";
                };
        List<JsonNode> there = OrganisationText.all(cloud, path);
        if (!there.isEmpty()) {
            String id = there.get(random.nextInt(there.size())).path("id").asText();
            cloud.request("DELETE", path + "/" + id, null);
        }
    }
}
