package org.engageconnector.simulators.genesyscloud.watch;

import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.simulators.genesyscloud.access.Tokens;
import org.engageconnector.simulators.genesyscloud.events.EventIntake;
import org.engageconnector.simulators.genesyscloud.events.Refusal;
import org.engageconnector.simulators.genesyscloud.memory.EventLedger;
import org.engageconnector.simulators.genesyscloud.memory.RequestLedger;
import org.engageconnector.simulators.genesyscloud.org.Organisation;

/**
 * Counters of a simulator since its start, a copy.
 *
 * @param time milliseconds since 1970
 * @param acceptedByList by path, then batch list
 * @param repeated events taken silently because they had been accepted before
 * @param refusedByKind by path, then {@link Refusal.Kind}
 * @param outOfOrder refused because not later than the last accepted event, or because of what they rest on was not there yet
 * @param conversationsLive conversations with a leg that has not ended
 * @param requestsByPath by method and path, then status
 * @param requestsPerMinute quota of one token
 * @param inWindow admitted requests of the last 60 s, by name of the OAuth client; the fullest token counts
 * @param mostInAMinute by name of the OAuth client: the most admitted requests in any sliding 60 s on one token
 * @param mostOfferedInAMinute the same with those that were refused with 429
 */
public record Summary(
        long time,
        String organisationId,
        String organisationName,
        Map<String, Map<String, Long>> acceptedByList,
        long accepted,
        long repeated,
        Map<String, Map<String, Long>> refusedByKind,
        long refused,
        long outOfOrder,
        long conversationsStarted,
        long conversationsLive,
        long requests,
        long answered429,
        Map<String, Map<Integer, Long>> requestsByPath,
        Map<String, Long> requestsByClient,
        int requestsPerMinute,
        Map<String, Integer> inWindow,
        Map<String, Integer> mostInAMinute,
        Map<String, Integer> mostOfferedInAMinute,
        Map<String, Integer> objects) {

    /** Reads it; the caller holds the simulator's lock. */
    public static Summary of(
            Organisation organisation,
            EventLedger events,
            RequestLedger requests,
            EventIntake intake,
            Tokens tokens,
            int requestsPerMinute,
            long now) {
        Map<String, Map<String, Long>> refused = copy(events.refusedByKind());
        return new Summary(
                now,
                organisation.id(),
                organisation.name(),
                copy(events.acceptedByList()),
                total(events.acceptedByList()),
                total(events.repeatedByList()),
                refused,
                total(refused),
                refused.values().stream()
                        .mapToLong(kinds -> kinds.getOrDefault(Refusal.Kind.OUT_OF_ORDER.name(), 0L)
                                + kinds.getOrDefault(Refusal.Kind.STATE_RULE.name(), 0L))
                        .sum(),
                intake.conversations().started(),
                intake.conversations().live(),
                requests.total(),
                requests.withStatus(429),
                copy(requests.byPath()),
                Map.copyOf(requests.byClient()),
                requestsPerMinute,
                inWindow(tokens, now),
                Map.copyOf(requests.mostInAMinute()),
                Map.copyOf(requests.mostOfferedInAMinute()),
                objects(organisation));
    }

    private static Map<String, Integer> inWindow(Tokens tokens, long now) {
        Map<String, Integer> counts = new TreeMap<>();
        tokens.live()
                .forEach(token ->
                        counts.merge(token.client().name(), token.quota().count(now), Math::max));
        return counts;
    }

    /** Objects of the organisation by kind. */
    private static Map<String, Integer> objects(Organisation organisation) {
        Map<String, Integer> objects = new TreeMap<>();
        objects.put("users", organisation.users().size());
        objects.put("skills", organisation.skills().size());
        objects.put("queues", organisation.queues().size());
        objects.put("wrapUpCodes", organisation.wrapUpCodes().size());
        objects.put("sources", organisation.sources().size());
        objects.put(
                "members",
                organisation.queues().all(queue -> true).stream()
                        .mapToInt(queue ->
                                organisation.membersOf(queue.get("id").asText()).size())
                        .sum());
        return objects;
    }

    private static <K> Map<String, Map<K, Long>> copy(Map<String, Map<K, Long>> counters) {
        Map<String, Map<K, Long>> copy = new TreeMap<>();
        counters.forEach((name, counts) -> copy.put(name, new TreeMap<>(counts)));
        return copy;
    }

    private static long total(Map<String, Map<String, Long>> counters) {
        return counters.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
