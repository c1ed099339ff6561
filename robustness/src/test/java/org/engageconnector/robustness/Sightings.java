package org.engageconnector.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for texts that must not be anywhere, and says where they were and what stood before them. */
final class Sightings {

    private static final int BEFORE = 120;

    private final Set<String> secrets;

    private final Set<String> numbers;

    private final List<String> found = new ArrayList<>();

    Sightings(Set<String> secrets, Set<String> numbers) {
        this.secrets = Set.copyOf(secrets);
        this.numbers = Set.copyOf(numbers);
    }

    void look(String place, String text) {
        for (Set<String> wanted : List.of(secrets, numbers)) {
            for (String word : wanted) {
                int at = text.indexOf(word);
                if (at >= 0) {
                    found.add(place + ": ..." + text.substring(Math.max(0, at - BEFORE), at + word.length()));
                }
            }
        }
    }

    List<String> found() {
        return found;
    }
}
