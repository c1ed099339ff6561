package org.engageconnector.platformsdk;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;

/** Stat Server's messages as ours, told apart by their names: few of their numbers are public. Thread-safe. */
final class StatReader {

    private static final String LOGGED_OUT = "LoggedOut";
    private static final int NOT_PRIMARY = 4;
    /** Real error numbers are not ours; the one of ours that means something is moved out of the way. */
    private static final int FOREIGN = 1_000;

    private static final int MOST_DNS = 100;

    private final SdkValues values;
    private final Call name;
    private final Map<Class<?>, Map<String, Call>> getters = new ConcurrentHashMap<>();

    StatReader(SdkClasses classes, SdkValues values, Class<?> message) {
        this.values = values;
        this.name = classes.method(message, "messageName", Need.ALWAYS);
    }

    String name(Object theirs) throws Throwable {
        return String.valueOf(name.on(theirs));
    }

    /** The message as ours; {@code null} for one that nobody knows. */
    Message read(Object theirs, Consumer<String> problems) throws Throwable {
        Integer number = StatServerMessage.number(name(theirs));
        if (number == null) {
            return null;
        }
        Message.Builder message =
                Message.of(number).with(StatServerAttribute.REFERENCE_ID, number(get(theirs, "ReferenceId", problems)));
        switch (number) {
            case StatServerMessage.EVENT_INFO -> info(message, theirs, problems);
            case StatServerMessage.EVENT_SERVER_MODE -> {
                Integer mode = number(get(theirs, "IntValue", problems));
                message.with(StatServerAttribute.MODE, mode != null && mode == 0 ? 0 : 1);
            }
            case StatServerMessage.EVENT_ERROR -> {
                Integer code = number(get(theirs, "IntValue", problems));
                message.with(StatServerAttribute.CODE, code != null && code == NOT_PRIMARY ? FOREIGN + code : code);
            }
            default -> {}
        }
        return message.build();
    }

    private void info(Message.Builder message, Object theirs, Consumer<String> problems) {
        message.with(StatServerAttribute.SERVER_TIME, number(get(theirs, "Timestamp", problems)));
        Object state = get(theirs, "StateValue", problems);
        if (state != null) {
            message.with(StatServerAttribute.STATUS, number(get(state, "Status", problems)))
                    .with(StatServerAttribute.STATUS_TIME, number(get(state, "Time", problems)));
            Object login = get(state, "LoginId", problems);
            boolean loggedIn = login instanceof String text && !text.isEmpty() && !text.equals(LOGGED_OUT);
            message.with(StatServerAttribute.LOGIN_ID, loggedIn ? login : null);
            message.with(StatServerAttribute.PLACE, place(get(state, "Place", problems), problems));
        }
        message.with(StatServerAttribute.REASONS, reasons(theirs, state, problems));
    }

    private KeyValueList place(Object place, Consumer<String> problems) {
        if (place == null) {
            return null;
        }
        List<KeyValueList.Pair> dns = new ArrayList<>();
        Object collection = get(place, "DnStatuses", problems);
        Integer count = collection == null ? null : number(get(collection, "Count", problems));
        for (int i = 0; count != null && i < Math.min(count, MOST_DNS); i++) {
            dns.add(new KeyValueList.Pair(Integer.toString(i), dn(item(collection, i, problems), problems)));
        }
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        add(pairs, "PlaceId", get(place, "PlaceId", problems));
        pairs.add(new KeyValueList.Pair("DnStatuses", new KeyValueList(dns)));
        return new KeyValueList(pairs);
    }

    private KeyValueList dn(Object dn, Consumer<String> problems) {
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        if (dn != null) {
            add(pairs, "DnId", get(dn, "DnId", problems));
            add(pairs, "SwitchId", get(dn, "SwitchId", problems));
            add(pairs, "Status", number(get(dn, "Status", problems)));
            add(pairs, "Time", number(get(dn, "Time", problems)));
            add(pairs, "CallType", number(get(dn, "CallType", problems)));
        }
        return new KeyValueList(pairs);
    }

    private static void add(List<KeyValueList.Pair> pairs, String key, Object value) {
        if (value instanceof String || value instanceof Integer) {
            pairs.add(new KeyValueList.Pair(key, value));
        }
    }

    /** Where a version has them is not public: a list of pairs in the message or in its state, else the message's text. */
    private KeyValueList reasons(Object theirs, Object state, Consumer<String> problems) {
        for (Object holder : new Object[] {theirs, state}) {
            if (holder != null) {
                for (Call getter : getters(holder).values()) {
                    if (values.isList(getter.returns())
                            && call(getter, holder, problems) instanceof KeyValueList list) {
                        return list;
                    }
                }
            }
        }
        return get(theirs, "StringValue", problems) instanceof String text && !text.isEmpty()
                ? KeyValueList.of("ReasonCode", text)
                : null;
    }

    private Object item(Object collection, int index, Consumer<String> problems) {
        try {
            Call getter = SdkClasses.find(open(collection.getClass()), "getItem", int.class);
            return getter == null ? null : getter.on(collection, index);
        } catch (Throwable broken) {
            problems.accept(EventReader.UNREADABLE);
            return null;
        }
    }

    private Object get(Object target, String attribute, Consumer<String> problems) {
        Call getter = getters(target).get(attribute.toLowerCase(Locale.ROOT));
        return getter == null ? null : call(getter, target, problems);
    }

    /** A value as ours where ours has a form for it, else as it is. */
    private Object call(Call getter, Object target, Consumer<String> problems) {
        try {
            Object value = getter.on(target);
            Object read = values.read(value);
            return read == null ? value : read;
        } catch (Throwable broken) {
            problems.accept(EventReader.UNREADABLE);
            return null;
        }
    }

    private static Integer number(Object value) {
        return value instanceof Number number ? (Integer) number.intValue() : null;
    }

    private Map<String, Call> getters(Object target) {
        return getters.computeIfAbsent(target.getClass(), type -> {
            Map<String, Call> found = new ConcurrentHashMap<>();
            for (Method method : SdkClasses.methods(open(type))) {
                String lower = method.getName().toLowerCase(Locale.ROOT);
                if (method.getParameterCount() == 0 && lower.startsWith("get") && lower.length() > 3) {
                    Call call = SdkClasses.find(open(type), method.getName());
                    if (call != null) {
                        found.putIfAbsent(lower.substring(3), call);
                    }
                }
            }
            return found;
        });
    }

    private static Class<?> open(Class<?> type) {
        Class<?> at = type;
        while (!Modifier.isPublic(at.getModifiers()) && at.getSuperclass() != null) {
            at = at.getSuperclass();
        }
        return at;
    }
}
