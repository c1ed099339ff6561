package org.engageconnector.processors.conversation.golden;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.golden.GoldenCase.Event;

/** Orders in which the three streams may arrive: each keeps its own, and nothing is overtaken by what is 2 s later. */
final class Orders {

    private static final long LAG = 2000;

    private Orders() {}

    /** A random order; {@code style} 0 mixes evenly, 1 to 3 let one stream run ahead as far as it may. */
    static List<Event> random(List<Event> events, Random random, int style) {
        Map<Family, Deque<Event>> streams = new EnumMap<>(Family.class);
        for (Event event : events) {
            streams.computeIfAbsent(event.family(), f -> new ArrayDeque<>()).add(event);
        }
        List<Event> order = new ArrayList<>(events.size());
        while (order.size() < events.size()) {
            long oldest = streams.values().stream()
                    .filter(stream -> !stream.isEmpty())
                    .mapToLong(stream -> stream.peek().at())
                    .min()
                    .orElseThrow();
            List<Family> may = streams.entrySet().stream()
                    .filter(e -> !e.getValue().isEmpty() && e.getValue().peek().at() < oldest + LAG)
                    .map(Map.Entry::getKey)
                    .toList();
            Family ahead = style == 0 ? null : Family.values()[style - 1];
            boolean runs = ahead != null && may.contains(ahead) && random.nextInt(20) > 0;
            Family next = runs ? ahead : may.get(random.nextInt(may.size()));
            order.add(streams.get(next).poll());
        }
        return order;
    }
}
