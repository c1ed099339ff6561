package org.engageconnector.processors.conversation.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.golden.GoldenCase.Event;
import org.engageconnector.processors.conversation.output.ConversationEvent;

/** Plays events into a fresh engine and lets the clock run on for 20 s. */
final class Play {

    private Play() {}

    static List<ConversationEvent> of(GoldenCase golden, List<Event> events, int times) {
        return of(golden, events, times, engine -> engine);
    }

    /** {@code takeover} is applied before every event and at the end. */
    static List<ConversationEvent> of(
            GoldenCase golden, List<Event> events, int times, UnaryOperator<CallEngine> takeover) {
        CallEngine engine = new CallEngine("SIP_A", golden.settings, (what, example) -> {});
        List<ConversationEvent> sent = new ArrayList<>();
        long clock = Long.MIN_VALUE;
        for (Event event : events) {
            engine = takeover.apply(engine);
            for (int i = 0; i < times; i++) {
                engine.event(event.family(), event.message(), event.at(), golden.cast, sent::add);
            }
            clock = Math.max(clock, event.at());
        }
        engine = takeover.apply(engine);
        engine.advance(clock + 20_000, sent::add);
        return sent;
    }
}
