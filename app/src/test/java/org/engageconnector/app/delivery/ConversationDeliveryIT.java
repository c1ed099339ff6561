package org.engageconnector.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.engageconnector.app.delivery.ConversationEntries.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.engageconnector.app.delivery.ScriptedCloud.Event;
import org.engageconnector.app.delivery.ScriptedCloud.Reply;
import org.engageconnector.component.journal.deadletters.DeadLetters;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conversation events from the journal to HTTP, by the route file that ships. */
class ConversationDeliveryIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String JOURNAL = "conversation-events";

    private static LocalRedis server;

    private final ScriptedCloud cloud = new ScriptedCloud();
    private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final List<DeliveringRole> roles = new ArrayList<>();

    @BeforeAll
    static void startRedis() throws IOException {
        server = LocalRedis.start();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        server.close();
    }

    @AfterEach
    void stop() {
        roles.forEach(DeliveringRole::close);
        cloud.close();
    }

    private DeliveringRole role(String instance, Map<String, String> settings) {
        DeliveringRole role =
                new DeliveringRole(server.url(), tenant, instance, cloud.url(), "deliver-" + JOURNAL, settings);
        roles.add(role);
        return role;
    }

    private DeliveringRole role() {
        DeliveringRole role = role("a", Map.of());
        await().atMost(SOON).until(role.owner::held);
        return role;
    }

    private static NewEntry leg(String conversation, String id, String kind, String leg) {
        return event(conversation, id, kind, ",\"communicationId\":\"" + leg + "\"");
    }

    private static List<NewEntry> events(int conversations, int each) {
        List<NewEntry> events = new ArrayList<>();
        for (int number = 0; number < each; number++) {
            for (int conversation = 0; conversation < conversations; conversation++) {
                events.add(event("c" + conversation, "c" + conversation + "-" + number));
            }
        }
        return events;
    }

    private void awaitEmpty(DeliveringRole role) {
        await().atMost(SOON).until(() -> role.depth(JOURNAL) == 0);
    }

    @Test
    void everyEventArrivesOnceAndInOrderOfItsConversation() {
        DeliveringRole role = role();
        role.append(JOURNAL, events(60, 10));
        awaitEmpty(role);
        assertThat(cloud.ids()).hasSize(600).doesNotHaveDuplicates();
        Map<String, List<String>> byConversation = cloud.requests.stream()
                .sorted(Comparator.comparingLong(ScriptedCloud.Asked::nanos))
                .flatMap(asked -> asked.events().stream())
                .collect(
                        Collectors.groupingBy(Event::conversation, Collectors.mapping(Event::id, Collectors.toList())));
        byConversation.forEach((conversation, ids) -> assertThat(ids)
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 10)
                        .mapToObj(n -> conversation + "-" + n)
                        .toList()));
        assertThat(cloud.requests).allSatisfy(asked -> {
            assertThat(asked.events()).hasSizeLessThanOrEqualTo(100);
            assertThat(asked.authorization()).isEqualTo("Bearer token-1");
        });
        assertThat(cloud.tokens).hasValue(1);
    }

    @Test
    void oneBadEventAmongTenThousandLiesAloneInTheDeadLettersAndItsNeighboursArrive() {
        // an org with a raised limit, so that a hundred requests do not take 20 s
        Map<String, String> raised = Map.of("inin-ratelimit-allowed", "30000");
        cloud.script = asked -> new Reply(
                200,
                raised,
                asked.events().stream().anyMatch(event -> event.id().equals("c500-4"))
                        ? Reply.error("c500-4", false).body()
                        : Reply.ACCEPTED.body());
        DeliveringRole role = role();
        List<NewEntry> events = events(1_000, 10);
        for (int from = 0; from < events.size(); from += 1_000) {
            role.append(JOURNAL, events.subList(from, from + 1_000));
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> role.depth(JOURNAL) == 0);
        assertThat(role.depth("dead-letters")).isEqualTo(1);
        assertThat(cloud.ids()).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void aRetryableErrorHoldsItsConversationBackAndNobodyElse() {
        cloud.script = asked -> asked.events().stream()
                                .anyMatch(event -> event.id().equals("c0-0"))
                        && cloud.ids().stream().filter("c0-0"::equals).count() == 1
                ? new Reply(
                        200,
                        Map.of(),
                        "{\"errors\":[" + Reply.errorJson("c0-0", true) + "," + Reply.errorJson("c0-1", true) + "]}")
                : Reply.ACCEPTED;
        DeliveringRole role = role("a", Map.of("ex.delivery.events-per-conversation-per-request", "2"));
        role.append(JOURNAL, events(2, 4));
        awaitEmpty(role);
        List<String> first =
                cloud.ids().stream().filter(id -> id.startsWith("c0")).toList();
        assertThat(first).containsExactly("c0-0", "c0-1", "c0-0", "c0-1", "c0-2", "c0-3");
        assertThat(cloud.ids()).filteredOn(id -> id.startsWith("c1")).doesNotHaveDuplicates();
        assertThat(role.depth("dead-letters")).isZero();
    }

    @Test
    void aRequestThatFailsAsAWholeIsHalvedUntilTheBadEventIsAlone() {
        cloud.script = asked ->
                asked.events().stream().anyMatch(event -> event.id().equals("c5-0")) ? Reply.of(400) : Reply.ACCEPTED;
        DeliveringRole role = role();
        role.append(JOURNAL, events(20, 2));
        awaitEmpty(role);
        assertThat(role.depth("dead-letters")).isEqualTo(1);
        assertThat(accepted()).hasSize(39).doesNotHaveDuplicates().doesNotContain("c5-0");
    }

    /** Ids of requests that the script above accepted. */
    private List<String> accepted() {
        return cloud.requests.stream()
                .filter(asked -> cloud.script.apply(asked).status() == 200)
                .flatMap(asked -> asked.events().stream())
                .map(Event::id)
                .toList();
    }

    @Test
    void afterA401OneNewTokenIsAskedFor() {
        cloud.script = asked -> asked.authorization().equals("Bearer token-1") ? Reply.of(401) : Reply.ACCEPTED;
        DeliveringRole role = role();
        role.append(JOURNAL, events(2, 2));
        awaitEmpty(role);
        assertThat(cloud.tokens).hasValue(2);
        assertThat(role.owner.stoppedPaths()).isEmpty();
    }

    @Test
    void a403StopsThePathNamesThePermissionAndLosesNothing() {
        cloud.script = asked -> Reply.of(403);
        DeliveringRole role = role();
        role.append(JOURNAL, events(2, 2));
        await().atMost(SOON).until(() -> !role.owner.stoppedPaths().isEmpty());
        assertThat(role.owner.stoppedPaths().get("conversations")).contains("conversation:conversation:inject");
        assertThat(role.depth(JOURNAL)).isEqualTo(4);
        assertThat(role.depth("dead-letters")).isZero();
    }

    @Test
    void whenNearlyEverythingIsRefusedThePathStopsWithAtMostTwentyDeadLetters() {
        cloud.script = asked -> new Reply(
                200,
                Map.of(),
                asked.events().stream()
                        .map(event -> Reply.errorJson(event.id(), false))
                        .collect(Collectors.joining(",", "{\"errors\":[", "]}")));
        DeliveringRole role = role();
        for (int i = 0; i < 60; i++) {
            String conversation = "c" + i;
            role.append(
                    JOURNAL,
                    List.of(
                            leg(conversation, conversation + "-0", "externalEstablishedEvents", conversation + "-leg"),
                            leg(conversation, conversation + "-1", "communicationEndedEvents", conversation + "-leg")));
        }
        await().atMost(SOON).until(() -> !role.owner.stoppedPaths().isEmpty());
        assertThat(role.owner.stoppedPaths().get("conversations")).contains("sourceId");
        assertThat(role.depth("dead-letters")).isLessThanOrEqualTo(20);
        assertThat(role.depth(JOURNAL) + role.depth("dead-letters")).isEqualTo(120);
    }

    @Test
    void eventsOfARefusedLegFollowItUnsentAndTheOthersGoOn() {
        cloud.script =
                asked -> asked.events().stream().anyMatch(event -> event.id().equals("user"))
                        ? Reply.error("user", false)
                        : Reply.ACCEPTED;
        DeliveringRole role = role("a", Map.of("ex.delivery.events-per-conversation-per-request", "1"));
        role.append(
                JOURNAL,
                List.of(
                        leg("c", "customer", "externalEstablishedEvents", "leg-1"),
                        leg("c", "user", "userEstablishedEvents", "leg-2"),
                        leg("c", "answered", "communicationAnsweredEvents", "leg-2"),
                        leg("c", "customer-ended", "communicationEndedEvents", "leg-1")));
        awaitEmpty(role);
        assertThat(cloud.ids()).containsExactly("customer", "user", "customer-ended");
        assertThat(role.depth("dead-letters")).isEqualTo(2);
    }

    @Test
    void anAnswerThatComesTooLateIsNotWaitedFor() {
        cloud.script = asked -> {
            if (cloud.requests.size() == 1) {
                try {
                    Thread.sleep(10_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return Reply.ACCEPTED;
        };
        DeliveringRole role = role();
        long before = System.nanoTime();
        role.append(JOURNAL, events(1, 1));
        awaitEmpty(role);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
        assertThat(cloud.ids()).containsExactly("c0-0", "c0-0");
    }

    @Test
    void aPlannedStopHandsOverWithoutLossOrRepeat() {
        DeliveringRole first = role();
        DeliveringRole second = role("b", Map.of());
        first.append(JOURNAL, events(100, 10));
        await().atMost(SOON).until(() -> cloud.ids().size() > 200);
        first.close();
        roles.remove(first);
        awaitEmpty(second);
        assertThat(cloud.ids()).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void replayBringsARefusedLegBackInOrder() {
        AtomicBoolean mended = new AtomicBoolean();
        cloud.script = asked -> !mended.get()
                        && asked.events().stream().anyMatch(event -> event.id().equals("user"))
                ? Reply.error("user", false)
                : Reply.ACCEPTED;
        DeliveringRole role = role("a", Map.of("ex.delivery.events-per-conversation-per-request", "1"));
        role.append(
                JOURNAL,
                List.of(
                        leg("c", "customer", "externalEstablishedEvents", "leg-1"),
                        leg("c", "user", "userEstablishedEvents", "leg-2"),
                        leg("c", "answered", "communicationAnsweredEvents", "leg-2"),
                        leg("c", "user-ended", "communicationEndedEvents", "leg-2")));
        awaitEmpty(role);
        await().atMost(SOON).until(() -> role.depth("dead-letters") == 3);
        DeadLetters letters = new DeadLetters(role.redis);
        JournalEntry user = letters.list("0-0", 10).stream()
                .filter(letter -> letter.headers().get("eventId").equals("user"))
                .findFirst()
                .orElseThrow();
        assertThat(user.headers())
                .containsEntry(DeadLetter.ERROR, "no good")
                .containsEntry(DeadLetter.CORRELATION_ID, "corr-1")
                .containsEntry(DeadLetter.ATTEMPTS, "1");
        mended.set(true);
        assertThat(letters.replay(List.of(user.id()))).isEqualTo(3);
        await().atMost(SOON).until(() -> cloud.ids().contains("user-ended"));
        assertThat(cloud.ids()).containsExactly("customer", "user", "user", "answered", "user-ended");
        await().atMost(SOON)
                .until(() -> role.redis.call(
                                commands -> commands.hlen(role.redis.keys().parked(JOURNAL)))
                        == 0);
        assertThat(letters.size()).isZero();
    }

    @Test
    void aReplayedEventThatIsRefusedAgainKeepsBothAnswers() {
        cloud.script =
                asked -> asked.events().stream().anyMatch(event -> event.id().equals("c0-0"))
                        ? Reply.error("c0-0", false)
                        : Reply.ACCEPTED;
        DeliveringRole role = role();
        role.append(JOURNAL, events(1, 1));
        awaitEmpty(role);
        role.append(JOURNAL, List.of(event("c0", "later"), event("c1", "a"), event("c2", "b")));
        awaitEmpty(role);
        DeadLetters letters = new DeadLetters(role.redis);
        assertThat(letters.replayAll()).isEqualTo(1);
        await().atMost(SOON).until(() -> letters.size() == 1);
        assertThat(letters.list("0-0", 1).get(0).headers())
                .containsEntry(DeadLetter.EARLIER_ERRORS, "no good")
                .containsEntry(DeadLetter.ERROR, "no good")
                .containsEntry(DeadLetter.LATE, "true");
    }
}
