package org.engageconnector.processors.conversation.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The comparison for any order and any witness (golden/README): per leg the same events, times less than 2 s apart. */
final class PerLeg {

    private PerLeg() {}

    /** What is wrong with {@code told}, given what was told in the written order; empty when nothing is. */
    static List<String> differences(List<Told> written, List<Told> told) {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        Set<String> established = new HashSet<>();
        for (Told event : told) {
            if (event.at() <= last.getOrDefault(event.conversation(), Long.MIN_VALUE)) {
                wrong.add("not later than the one before: " + event);
            }
            last.put(event.conversation(), event.at());
            if (event.event().endsWith("Established")) {
                established.add(event.legs().get("leg"));
            }
            event.legs().forEach((field, leg) -> {
                if (!field.equals("command") && !established.contains(leg)) {
                    wrong.add("names a leg that is not established: " + event);
                }
            });
        }
        Map<String, List<Told>> expected = byLeg(written);
        Map<String, List<Told>> actual = byLeg(told);
        Set<String> legs = new LinkedHashSet<>(expected.keySet());
        legs.addAll(actual.keySet());
        for (String leg : legs) {
            compare(expected.getOrDefault(leg, List.of()), actual.getOrDefault(leg, List.of()), wrong);
        }
        return wrong;
    }

    private static void compare(List<Told> expected, List<Told> actual, List<String> wrong) {
        if (!words(expected).equals(words(actual))) {
            wrong.add("expected " + words(expected) + "\n     but got " + words(actual));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (Math.abs(expected.get(i).at() - actual.get(i).at()) >= 2000) {
                wrong.add("2 s or more apart: " + expected.get(i) + " and " + actual.get(i));
            }
        }
    }

    private static List<String> words(List<Told> events) {
        return events.stream()
                .map(e -> e.event() + e.legs() + e.fields() + e.conversation())
                .toList();
    }

    private static Map<String, List<Told>> byLeg(List<Told> told) {
        Map<String, List<Told>> byLeg = new LinkedHashMap<>();
        Set<String> consult = new LinkedHashSet<>();
        for (Told event : told) {
            Set<String> names = new LinkedHashSet<>();
            event.legs().forEach((field, leg) -> {
                if (!field.equals("invitedBy")) {
                    names.add(leg);
                }
            });
            if (event.event().endsWith("onsultTransfer")) {
                if (event.event().equals("endConsultTransfer")) {
                    names.addAll(consult);
                    consult.clear();
                } else {
                    consult.addAll(names);
                }
            }
            names.forEach(
                    leg -> byLeg.computeIfAbsent(leg, l -> new ArrayList<>()).add(event));
        }
        return byLeg;
    }
}
