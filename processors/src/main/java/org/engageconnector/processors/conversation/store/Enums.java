package org.engageconnector.processors.conversation.store;

/** Enum values as their place in the enum; {@code null} is 0. */
final class Enums {

    private Enums() {}

    static int number(Enum<?> value) {
        return value == null ? 0 : value.ordinal() + 1;
    }

    static <E> E of(E[] values, int number) {
        return number <= 0 || number > values.length ? null : values[number - 1];
    }
}
