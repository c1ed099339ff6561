package org.engageconnector.serverlogs.text;

import java.util.Arrays;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/** The attributes of the dump that is read now; used again for each. One thread at a time. */
final class Dump {

    private static final int MOST_ATTRIBUTES = 256;

    private final int[] ids = new int[MOST_ATTRIBUTES];
    private final Object[] values = new Object[MOST_ATTRIBUTES];
    private int number;
    private int size;
    private boolean byClient;
    private long line;
    private long timeOfDay;
    private long date;

    void begin(int messageNumber, boolean madeByClient, long firstLine) {
        Arrays.fill(values, 0, size, null);
        number = messageNumber;
        size = 0;
        byClient = madeByClient;
        line = firstLine;
        timeOfDay = -1;
        date = Long.MIN_VALUE;
    }

    /** The stamp of its head. */
    void stamp(long millisOfDay, long days) {
        timeOfDay = millisOfDay;
        date = days;
    }

    /** Adds an attribute; of two with one name the first counts. */
    void put(int id, Object value) {
        if (value == null || size == MOST_ATTRIBUTES) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                return;
            }
        }
        ids[size] = id;
        values[size++] = value;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int number() {
        return number;
    }

    boolean byClient() {
        return byClient;
    }

    long line() {
        return line;
    }

    long timeOfDay() {
        return timeOfDay;
    }

    long date() {
        return date;
    }

    Message message() {
        return Message.ofArrays(number, Arrays.copyOf(ids, size), Arrays.copyOf(values, size));
    }

    /** Whether an attribute is one of the types that the message model wants. */
    static Class<?> type(int id) {
        return id < 0 ? null : TServerAttribute.type(id);
    }

    static boolean isList(int id) {
        return type(id) == KeyValueList.class;
    }
}
