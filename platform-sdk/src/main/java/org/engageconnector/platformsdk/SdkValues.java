package org.engageconnector.platformsdk;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.message.KeyValueList;

/** Values of the SDK as ours, and ours as the SDK's. Thread-safe. */
final class SdkValues {

    private static final String COMMONS = "com.genesyslab.platform.commons";
    private static final String VOICE = "com.genesyslab.platform.voice.protocol";
    private static final int MOST_DEPTH = 8;
    private static final int MOST_PAIRS = 65_535;

    private final Class<?> enumeration;
    private final Class<?> collection;
    private final Class<?> pair;
    private final Class<?> connectionId;
    private final Call asInteger;
    private final Call enumValue;
    private final Call key;
    private final Call value;
    private final Call newCollection;
    private final Call addPair;
    private final Call newConnectionId;
    private final EnumNumbers numbers;

    SdkValues(SdkClasses classes) {
        enumeration = classes.type(COMMONS + ".GEnum", Need.ALWAYS);
        collection = classes.type(COMMONS + ".collections.KeyValueCollection", Need.ALWAYS);
        pair = classes.type(COMMONS + ".collections.KeyValuePair", Need.ALWAYS);
        connectionId = classes.type(VOICE + ".ConnectionId", Need.toWork("calls are known by it"));
        asInteger = classes.method(enumeration, "asInteger", Need.ALWAYS);
        enumValue = classes.method(enumeration, "getValue", Need.ALWAYS, Class.class, int.class);
        key = classes.method(pair, "getStringKey", Need.ALWAYS);
        value = classes.method(pair, "getValue", Need.ALWAYS);
        Need lists = Need.orLose("requests of tserver: producers cannot carry lists");
        newCollection = classes.constructor(collection, lists);
        addPair = classes.method(collection, "addObject", lists, String.class, Object.class);
        newConnectionId = classes.constructor(
                connectionId, Need.orLose("requests of tserver: producers cannot name a call"), String.class);
        numbers = new EnumNumbers(classes, VOICE + ".tserver", asInteger);
    }

    /** A value as ours; {@code null} for nothing and for what has no form here. */
    Object read(Object theirs) throws Throwable {
        return read(theirs, 1);
    }

    private Object read(Object theirs, int depth) throws Throwable {
        if (theirs instanceof String
                || theirs instanceof Integer
                || theirs instanceof Long
                || theirs instanceof byte[]) {
            return theirs;
        } else if (theirs == null) {
            return null;
        } else if (enumeration.isInstance(theirs)) {
            return asInteger.on(theirs) instanceof Number number
                    ? (Integer) numbers.number(theirs.getClass(), number.intValue())
                    : null;
        } else if (connectionId.isInstance(theirs)) {
            return Long.parseUnsignedLong(theirs.toString(), 16);
        } else if (collection.isInstance(theirs)) {
            return depth > MOST_DEPTH ? null : list((Iterable<?>) theirs, depth);
        } else if (theirs instanceof Short || theirs instanceof Byte) {
            return ((Number) theirs).intValue();
        } else if (theirs instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        // numbers with a fraction
        return theirs instanceof Number ? theirs.toString() : null;
    }

    private KeyValueList list(Iterable<?> pairs, int depth) throws Throwable {
        List<KeyValueList.Pair> list = new ArrayList<>();
        for (Object one : pairs) {
            if (pair.isInstance(one) && list.size() < MOST_PAIRS) {
                Object read = read(value.on(one), depth + 1);
                Object name = key.on(one);
                if (read != null && name != null) {
                    list.add(new KeyValueList.Pair(name.toString(), read));
                }
            }
        }
        return new KeyValueList(list);
    }

    /** Whether values of that type are lists of pairs. */
    boolean isList(Class<?> type) {
        return collection.isAssignableFrom(type);
    }

    /** Our value as the SDK wants it. */
    Object write(Object ours, Class<?> wanted) throws Throwable {
        if (ours instanceof Integer number && enumeration.isAssignableFrom(wanted)) {
            Object known = numbers.value(wanted, number);
            return known != null ? known : enumValue.on(null, wanted, number);
        } else if (ours instanceof Long number && wanted == connectionId) {
            return newConnectionId.on(null, Long.toHexString(number));
        } else if (ours instanceof KeyValueList list) {
            Object made = newCollection.on(null);
            for (KeyValueList.Pair one : list.pairs()) {
                addPair.on(made, one.key(), write(one.value(), Object.class));
            }
            return made;
        }
        return ours;
    }
}
