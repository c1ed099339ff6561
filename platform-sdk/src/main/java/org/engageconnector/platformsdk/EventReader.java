package org.engageconnector.platformsdk;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/**
 * T-Server's messages as ours. What a class can say is found once, by the names of its getters without case, and by asking for
 * the attribute where there is no getter. Thread-safe.
 */
final class EventReader {

    /** An attribute could not be read, or has a type that ours has no place for. */
    static final String UNREADABLE = "attribute-unreadable";

    private static final Set<Integer> NEVER = Set.of(
            TServerAttribute.PROTOCOL_VERSION,
            TServerAttribute.APPLICATION_PASSWORD,
            TServerAttribute.TIME_IN_SECS,
            TServerAttribute.TIME_IN_U_SECS);

    private static final Map<String, Integer> IDS = ids();

    /** How to get one attribute. */
    private record Getter(int id, Class<?> type, Call call) {}

    /** What a class says, by getters and by asking. */
    private record Plan(List<Getter> getters, Call time, Map<Integer, String> asked) {}

    private final SdkValues values;
    private final TimeReader times;
    private final Call number;
    private final Call attribute;
    private final Map<Class<?>, Plan> plans = new ConcurrentHashMap<>();

    EventReader(SdkClasses classes, SdkValues values, Class<?> message) {
        this.values = values;
        this.times = new TimeReader();
        this.number = classes.method(message, "messageId", Need.ALWAYS);
        this.attribute = classes.method(
                message, "getMessageAttribute", Need.orLose("attributes without a getter are not seen"), String.class);
    }

    private static Map<String, Integer> ids() {
        Map<String, Integer> ids = new HashMap<>();
        for (int id = 0; id <= TServerAttribute.EVENT_SEQUENCE_NUMBER; id++) {
            String name = TServerAttribute.name(id);
            if (name != null && !NEVER.contains(id)) {
                ids.put(name.toLowerCase(Locale.ROOT), id);
            }
        }
        return Map.copyOf(ids);
    }

    /** The number of a message. */
    int number(Object theirs) throws Throwable {
        return ((Number) number.on(theirs)).intValue();
    }

    /**
     * The message as ours.
     *
     * @param problems is told each attribute that could not be read
     * @return {@code null} for a message that nobody knows
     */
    Message read(Object theirs, Consumer<String> problems) throws Throwable {
        int id = number(theirs);
        if (TServerMessage.name(id) == null) {
            return null;
        }
        Plan plan = plans.computeIfAbsent(theirs.getClass(), type -> plan(open(type)));
        Map<Integer, Object> found = new TreeMap<>();
        for (Getter getter : plan.getters()) {
            try {
                put(found, getter.id(), values.read(getter.call().on(theirs)), problems);
            } catch (Throwable broken) {
                problems.accept(UNREADABLE);
            }
        }
        ask(theirs, plan, found, problems);
        time(theirs, plan, found, problems);
        Message.Builder message = Message.of(id);
        found.forEach(message::with);
        return message.build();
    }

    private void ask(Object theirs, Plan plan, Map<Integer, Object> found, Consumer<String> problems) {
        plan.asked().forEach((id, name) -> {
            if (!found.containsKey(id)) {
                try {
                    put(found, id, values.read(attribute.on(theirs, name)), problems);
                } catch (Throwable unknown) {
                    // this class does not answer for that name; it is not asked again
                    plan.asked().remove(id);
                }
            }
        });
    }

    private void time(Object theirs, Plan plan, Map<Integer, Object> found, Consumer<String> problems) {
        if (plan.time() == null) {
            return;
        }
        try {
            Object stamp = plan.time().on(theirs);
            if (stamp != null) {
                times.read(stamp, found);
            }
        } catch (Throwable broken) {
            problems.accept(UNREADABLE);
        }
    }

    private static void put(Map<Integer, Object> found, int id, Object read, Consumer<String> problems) {
        if (read == null) {
            return;
        }
        Class<?> type = TServerAttribute.type(id);
        Object fitting = read;
        if (type == Integer.class && read instanceof Long number) {
            fitting = number.intValue();
        } else if (type == Long.class && read instanceof Integer number) {
            fitting = Integer.toUnsignedLong(number);
        } else if (type == Long.class && read instanceof String text && text.matches("[0-9a-fA-F]{1,16}")) {
            fitting = Long.parseUnsignedLong(text, 16);
        }
        if (type.isInstance(fitting)) {
            found.put(id, fitting);
        } else {
            problems.accept("attribute-type");
        }
    }

    /** The run-time class may be hidden: the nearest public one above it, with a number of its own where there is one. */
    private static Class<?> open(Class<?> type) {
        Class<?> open = null;
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (Modifier.isPublic(at.getModifiers())) {
                open = open == null ? at : open;
                try {
                    at.getDeclaredField("ID");
                    return at;
                } catch (NoSuchFieldException e) {
                    continue;
                }
            }
        }
        return open;
    }

    private Plan plan(Class<?> type) {
        Map<Integer, Getter> getters = new TreeMap<>();
        Call time = null;
        for (Method method : SdkClasses.methods(type)) {
            String name = method.getName().toLowerCase(Locale.ROOT);
            if (method.getParameterCount() == 0 && name.startsWith("get")) {
                Integer id = IDS.get(name.substring(3));
                if (id != null) {
                    Call call = SdkClasses.find(type, method.getName());
                    if (call != null) {
                        getters.putIfAbsent(id, new Getter(id, call.returns(), call));
                    }
                } else if (name.equals("gettime")) {
                    time = SdkClasses.find(type, method.getName());
                }
            }
        }
        Map<Integer, String> asked = new ConcurrentHashMap<>();
        if (attribute != null) {
            IDS.forEach((name, id) -> {
                if (!getters.containsKey(id)) {
                    asked.put(id, TServerAttribute.name(id));
                }
            });
        }
        return new Plan(new ArrayList<>(getters.values()), time, asked);
    }

    /** The reference of a request after it was sent; {@code null} when the SDK does not say. */
    Integer reference(Object theirs, String name) {
        try {
            return attribute != null && attribute.on(theirs, name) instanceof Number number
                    ? (Integer) number.intValue()
                    : null;
        } catch (Throwable unknown) {
            return null;
        }
    }

    /** The names of the getters of a class that are of use, for the report of a site. */
    List<String> understood(Class<?> type) {
        return plan(open(type)).getters().stream()
                .map(getter ->
                        TServerAttribute.name(getter.id()) + ":" + getter.type().getSimpleName())
                .toList();
    }
}
