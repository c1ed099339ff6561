package org.engageconnector.platformsdk;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Enumerations whose numbers must be T-Library's. Where the SDK numbers a name otherwise the name counts; a number without a
 * name here is taken as it is.
 */
final class EnumNumbers {

    private static final Map<String, Map<String, Integer>> KNOWN = Map.of(
            "AddressType", Map.of("DN", 1, "Queue", 3),
            "ServerRole", Map.of("Primary", 0, "Backup", 1),
            "AgentWorkMode", Map.of("ManualIn", 1, "AutoIn", 2, "AfterCallWork", 3),
            "CallType", Map.of("Internal", 1, "Inbound", 2, "Outbound", 3, "Consult", 4));

    private final Map<Class<?>, Map<Integer, Integer>> ours = new HashMap<>();
    private final Map<Class<?>, Map<Integer, Object>> theirs = new HashMap<>();

    EnumNumbers(SdkClasses classes, String packageName, Call asInteger) {
        KNOWN.forEach((name, numbers) -> {
            Class<?> type = classes.find(packageName + "." + name);
            if (type != null && asInteger != null) {
                learn(type, numbers, asInteger);
            }
        });
    }

    private void learn(Class<?> type, Map<String, Integer> numbers, Call asInteger) {
        for (Map.Entry<String, Integer> known : numbers.entrySet()) {
            Object value = constant(type, known.getKey());
            try {
                if (value != null && asInteger.on(value) instanceof Number number) {
                    ours.computeIfAbsent(type, t -> new HashMap<>()).put(number.intValue(), known.getValue());
                    theirs.computeIfAbsent(type, t -> new LinkedHashMap<>()).put(known.getValue(), value);
                }
            } catch (Throwable unreadable) {
                // that one keeps its own number
                continue;
            }
        }
    }

    /** A static field by name without case; {@code null} when there is none. */
    static Object constant(Class<?> type, String name) {
        try {
            for (Field field : type.getFields()) {
                if (field.getName().equalsIgnoreCase(name) && Modifier.isStatic(field.getModifiers())) {
                    return field.get(null);
                }
            }
        } catch (IllegalAccessException | LinkageError unreadable) {
            return null;
        }
        return null;
    }

    /** T-Library's number of a value. */
    int number(Class<?> type, int theirNumber) {
        return ours.getOrDefault(type, Map.of()).getOrDefault(theirNumber, theirNumber);
    }

    /** The value of T-Library's number; {@code null} when it is not known here. */
    Object value(Class<?> type, int ourNumber) {
        return theirs.getOrDefault(type, Map.of()).get(ourNumber);
    }
}
