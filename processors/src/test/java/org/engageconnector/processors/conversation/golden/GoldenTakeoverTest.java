package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another instance takes over from what is stored, at any point of a call, and nothing is told twice, missed or changed. Of two
 * messages of one millisecond that made an event together, the other one may be named.
 */
class GoldenTakeoverTest {

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void takeoverBeforeEveryEvent(GoldenCase golden) {
        for (String witness : golden.witnesses) {
            List<ConversationEvent> undisturbed = Play.of(golden, golden.events(witness), 1);
            for (int at = 0; at <= golden.events(witness).size(); at++) {
                AtomicInteger before = new AtomicInteger(at);
                List<ConversationEvent> sent = Play.of(
                        golden,
                        golden.events(witness),
                        1,
                        engine -> before.getAndDecrement() == 0 ? successor(golden, new HashMap<>(), engine) : engine);
                assertThat(sent)
                        .as("%s, taken over before event %d", witness, at)
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("basis")
                        .isEqualTo(undisturbed);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aNewOwnerForEveryEvent(GoldenCase golden) {
        Map<String, byte[]> stored = new HashMap<>();
        List<ConversationEvent> sent = Play.of(golden, golden.events, 1, engine -> successor(golden, stored, engine));
        assertThat(sent)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("basis")
                .isEqualTo(Play.of(golden, golden.events, 1));
    }

    private static CallEngine successor(GoldenCase golden, Map<String, byte[]> stored, CallEngine engine) {
        for (Map.Entry<String, byte[]> change : engine.takeChanges().entrySet()) {
            if (change.getValue() == null) {
                stored.remove(change.getKey());
            } else {
                stored.put(change.getKey(), change.getValue());
            }
        }
        return CallEngine.restored("SIP_A", golden.settings, (what, example) -> {}, stored);
    }
}
