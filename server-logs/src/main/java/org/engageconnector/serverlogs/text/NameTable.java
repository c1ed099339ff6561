package org.engageconnector.serverlogs.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** Finds T-Library numbers by names that are bytes of a line, without making a text. Letter case does not count. Immutable. */
final class NameTable {

    private static final int NUMBERS = 256;

    /** Attribute names, without "Attribute" before them. */
    static final NameTable ATTRIBUTES = new NameTable();

    /** Names of messages. */
    static final NameTable MESSAGES = new NameTable();

    static {
        for (int number = 0; number < NUMBERS; number++) {
            if (TServerAttribute.name(number) != null) {
                ATTRIBUTES.put(TServerAttribute.name(number), number);
            }
            if (TServerMessage.name(number) != null) {
                MESSAGES.put(TServerMessage.name(number), number);
            }
        }
        // as servers print it
        Map.of("Reason", TServerAttribute.REASONS).forEach(ATTRIBUTES::put);
    }

    private final byte[][] names = new byte[1024][];
    private final int[] numbers = new int[names.length];

    private void put(String name, int number) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        int slot = hash(bytes, 0, bytes.length);
        while (names[slot] != null) {
            slot = slot + 1 & names.length - 1;
        }
        names[slot] = bytes;
        numbers[slot] = number;
    }

    /** The number of a name; -1 when nobody knows it. */
    int find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to);
        while (names[slot] != null) {
            if (same(names[slot], bytes, from, to)) {
                return numbers[slot];
            }
            slot = slot + 1 & names.length - 1;
        }
        return -1;
    }

    private static boolean same(byte[] name, byte[] bytes, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if ((name[i] | 0x20) != (bytes[from + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + (bytes[i] | 0x20);
        }
        return (hash ^ hash >>> 10) & names.length - 1;
    }
}
