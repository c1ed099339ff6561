package org.engageconnector.message;

import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Attributes of one kind of server by number: how they are called and of which type they are. Immutable. */
final class AttributeTable {

    private final Map<Integer, String> names;
    private final Map<String, Integer> numbers;

    /** The types by number: asked for each attribute of each frame. */
    private final Class<?>[] types;

    /**
     * @param names by number, 0 or more
     * @param types by number; those of the names
     */
    AttributeTable(Map<Integer, String> names, Map<Integer, Class<?>> types) {
        this.names = names;
        this.numbers =
                names.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
        this.types = new Class<?>[Collections.max(types.keySet()) + 1];
        types.forEach((number, type) -> this.types[number] = type);
    }

    /** {@code null} for a number that is not in this table. */
    @Nullable
    String name(int number) {
        return names.get(number);
    }

    /** {@code null} for a name that is not in this table. */
    @Nullable
    Integer number(String name) {
        return numbers.get(name);
    }

    /** {@code null} for a number that is not in this table. */
    @Nullable
    Class<?> type(int number) {
        return number >= 0 && number < types.length ? types[number] : null;
    }
}
