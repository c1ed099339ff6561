package org.engageconnector.standin;

import com.genesyslab.platform.commons.protocol.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The event classes of a package, by their number. */
final class Events {

    private Events() {}

    /** @param neighbour a class of the package; the file events.txt beside it lists the events */
    static Map<Integer, Class<?>> of(Class<?> neighbour) {
        Map<Integer, Class<?>> events = new HashMap<>();
        try (BufferedReader names = new BufferedReader(
                new InputStreamReader(neighbour.getResourceAsStream("events.txt"), StandardCharsets.UTF_8))) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                try {
                    Class<?> type = Class.forName(neighbour.getPackageName() + "." + name);
                    events.put(type.getField("ID").getInt(null), type);
                } catch (ClassNotFoundException e) {
                    // this copy is without it
                    continue;
                }
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Message create(Class<?> type) {
        try {
            return (Message) type.getMethod("create").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
