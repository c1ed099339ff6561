package org.engageconnector.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.engageconnector.app.delivery.ConversationEntries.event;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.engageconnector.app.delivery.ScriptedCloud.Event;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.Test;

/** Delivery that goes from one colour to the other and back while events wait tells each of them once, and in order. */
class DeliveryActivityIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String JOURNAL = "conversation-events";
    private static final int SWITCHES = 6;
    private static final int CONVERSATIONS = 40;

    @Test
    void delivery_switched_under_load_neither_loses_nor_repeats() throws IOException {
        try (LocalRedis redis = LocalRedis.start();
                ScriptedCloud cloud = new ScriptedCloud();
                DeliveringRole blue = role(redis.url(), "blue", cloud);
                DeliveringRole green = role(redis.url(), "green", cloud)) {
            green.redis.activity().active(false);
            await().atMost(SOON).until(blue.owner::held);
            DeliveringRole owner = blue;
            for (int turn = 0; turn < SWITCHES; turn++) {
                DeliveringRole next = owner == blue ? green : blue;
                owner.append(JOURNAL, events(turn));
                int before = cloud.requests.size();
                await().atMost(SOON).until(() -> cloud.requests.size() > before);
                next.redis.activity().active(true);
                owner.redis.activity().active(false);
                await().atMost(SOON).until(next.owner::held);
                owner = next;
            }
            await().atMost(SOON).until(() -> blue.depth(JOURNAL) == 0);
            assertThat(cloud.ids()).hasSize(SWITCHES * CONVERSATIONS * 10).doesNotHaveDuplicates();
            Map<String, List<String>> byConversation = cloud.requests.stream()
                    .sorted(Comparator.comparingLong(ScriptedCloud.Asked::nanos))
                    .flatMap(asked -> asked.events().stream())
                    .collect(Collectors.groupingBy(
                            Event::conversation, Collectors.mapping(Event::id, Collectors.toList())));
            byConversation.forEach((conversation, ids) -> assertThat(ids)
                    .containsExactlyElementsOf(IntStream.range(0, SWITCHES * 10)
                            .mapToObj(n -> conversation + "-" + n)
                            .toList()));
        }
    }

    private static DeliveringRole role(String redis, String instance, ScriptedCloud cloud) {
        return new DeliveringRole(redis, "activity", instance, cloud.url(), "deliver-" + JOURNAL, Map.of());
    }

    private static List<NewEntry> events(int turn) {
        return IntStream.range(turn * 10, turn * 10 + 10)
                .boxed()
                .flatMap(number ->
                        IntStream.range(0, CONVERSATIONS).mapToObj(n -> event("c" + n, "c" + n + "-" + number)))
                .toList();
    }
}
