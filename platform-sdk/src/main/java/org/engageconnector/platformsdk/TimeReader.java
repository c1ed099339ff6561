package org.engageconnector.platformsdk;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.message.TServerAttribute;

/** The SDK's time, one object with seconds and microseconds, as our two attributes. Thread-safe. */
final class TimeReader {

    /** How to get both halves of a class; either may be {@code null}. */
    private record Halves(Call seconds, Call microseconds) {}

    private final Map<Class<?>, Halves> known = new ConcurrentHashMap<>();

    void read(Object stamp, Map<Integer, Object> found) throws Throwable {
        Halves halves = known.computeIfAbsent(stamp.getClass(), TimeReader::halves);
        put(found, TServerAttribute.TIME_IN_SECS, halves.seconds(), stamp);
        put(found, TServerAttribute.TIME_IN_U_SECS, halves.microseconds(), stamp);
    }

    private static void put(Map<Integer, Object> found, int id, Call half, Object stamp) throws Throwable {
        if (half != null && half.on(stamp) instanceof Number number) {
            found.put(id, number.intValue());
        }
    }

    private static Halves halves(Class<?> type) {
        Call seconds = null;
        Call microseconds = null;
        for (Method method : SdkClasses.methods(type)) {
            String name = method.getName().toLowerCase(Locale.ROOT);
            if (method.getParameterCount() == 0 && name.startsWith("get")) {
                if (name.contains("usec")) {
                    microseconds = SdkClasses.find(type, method.getName());
                } else if (name.contains("sec")) {
                    seconds = SdkClasses.find(type, method.getName());
                }
            }
        }
        return new Halves(seconds, microseconds);
    }
}
