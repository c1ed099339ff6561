package org.engageconnector.processors.conversation.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.output.ConversationEvent;

/** A golden call up to some moment, and what a test lets happen then. Times are seconds since the start of the file. */
final class Scene {

    final GoldenCase golden;
    final List<ConversationEvent> sent = new ArrayList<>();
    final List<String> odd = new ArrayList<>();
    CallEngine engine;
    private final Map<String, byte[]> stored = new HashMap<>();

    Scene(String name) {
        golden = GoldenCase.all().stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
        engine = new CallEngine("SIP_A", golden.settings, (what, example) -> odd.add(what));
    }

    /** Plays the file's events of a span, its end excluded. */
    Scene play(double from, double to) {
        for (GoldenCase.Event event : golden.events) {
            if (event.at() >= at(from) && event.at() < at(to)) {
                engine.event(event.family(), event.message(), event.at(), golden.cast, sent::add);
            }
        }
        return this;
    }

    Scene control(double at, String word, String family, String instance, int startTime) {
        engine.control(
                word,
                family,
                Map.of("instance", instance, "member", "primary", "startTime", Integer.toString(startTime)),
                at(at));
        return this;
    }

    /** A message by name and attributes; texts may be symbols of the cast. */
    Scene event(double at, String family, String message, Object... attributes) {
        Message.Builder builder = Message.of(TServerMessage.number(message));
        for (int i = 0; i < attributes.length; i += 2) {
            int id = TServerAttribute.number((String) attributes[i]);
            Object value = attributes[i + 1] instanceof String text ? golden.cast.symbol(text) : attributes[i + 1];
            builder.with(
                    id, TServerAttribute.type(id) == Long.class ? Long.parseUnsignedLong((String) value, 16) : value);
        }
        long time = at(at);
        builder.with(TServerAttribute.TIME_IN_SECS, (int) (time / 1000));
        builder.with(TServerAttribute.TIME_IN_U_SECS, (int) (time % 1000) * 1000);
        engine.event(Family.of(family), builder.build(), time, golden.cast, sent::add);
        return this;
    }

    /** What SIP Server replays of a live call. */
    Scene replayed(double at, String call, String conn, String... dns) {
        event(at, "call", "EventCallCreated", "CallUUID", call, "ConnID", conn, "CallType", 2, "Reliability", 1);
        int party = 90;
        for (String dn : dns) {
            event(
                    at,
                    "call",
                    "EventCallPartyAdded",
                    "CallUUID",
                    call,
                    "DN",
                    dn,
                    "PartyState",
                    0xC,
                    "Reliability",
                    1,
                    "PartyUUID",
                    "R" + party++);
        }
        return this;
    }

    KeyValueList list(Object... keysAndValues) {
        Object[] values = keysAndValues.clone();
        for (int i = 1; i < values.length; i += 2) {
            values[i] = values[i] instanceof String text ? golden.cast.symbol(text) : values[i];
        }
        return KeyValueList.of(values);
    }

    Scene advance(double to) {
        engine.advance(at(to), sent::add);
        return this;
    }

    /** Another instance goes on from what was stored. */
    Scene takeover() {
        engine.takeChanges().forEach((key, bytes) -> {
            if (bytes == null) {
                stored.remove(key);
            } else {
                stored.put(key, bytes);
            }
        });
        engine = CallEngine.restored("SIP_A", golden.settings, (what, example) -> odd.add(what), stored);
        return this;
    }

    /** What was told since the last call: {@code seconds event detail}. */
    List<String> told() {
        List<String> lines = sent.stream()
                .map(event -> Told.of(event, golden))
                .map(told -> String.format(
                        java.util.Locale.ROOT,
                        "%.3f %s%s",
                        told.at() / 1000.0,
                        told.event(),
                        told.fields().containsKey("disconnectType")
                                ? " " + told.fields().get("disconnectType")
                                : ""))
                .toList();
        sent.clear();
        return lines;
    }

    private long at(double seconds) {
        return golden.cast.start + Math.round(seconds * 1000);
    }
}
