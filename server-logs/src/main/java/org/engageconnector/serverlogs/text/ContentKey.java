package org.engageconnector.serverlogs.text;

import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/** One number for what an event says, so that two copies of it can be told from two events. Stateless. */
public final class ContentKey {

    private ContentKey() {}

    /**
     * The key of an event.
     *
     * @param withTime whether its time counts: not where two servers with two clocks tell of it
     */
    public static long of(Message message, boolean withTime) {
        long key = message.number() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < message.size(); i++) {
            int id = message.id(i);
            boolean time = id == TServerAttribute.TIME_IN_SECS || id == TServerAttribute.TIME_IN_U_SECS;
            boolean ofCopy = id == TServerAttribute.EVENT_SEQUENCE_NUMBER
                    || id == TServerAttribute.SERVER_START_TIME
                    || id == TServerAttribute.REFERENCE_ID;
            if (!ofCopy && (withTime || !time)) {
                // a sum: the order of attributes is not fixed
                key += mixed(id * 0x632BE59BD9B4E019L + value(message.valueAt(i)));
            }
        }
        return key;
    }

    private static long value(Object value) {
        if (value instanceof KeyValueList list) {
            long key = 1;
            for (KeyValueList.Pair pair : list.pairs()) {
                key = mixed(key * 31 + text(pair.key()) + value(pair.value()));
            }
            return key;
        }
        return value instanceof String text ? text(text) : value.hashCode();
    }

    private static long text(String text) {
        long key = text.length();
        for (int i = 0; i < text.length(); i++) {
            key = key * 0x100000001B3L + text.charAt(i);
        }
        return key;
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
