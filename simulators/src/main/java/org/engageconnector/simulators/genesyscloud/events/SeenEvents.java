package org.engageconnector.simulators.genesyscloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Event ids that were accepted, each with a fingerprint of its content; field order makes no difference. Bounded: the oldest id
 * goes first. Guarded by the simulator's lock.
 */
final class SeenEvents {

    private final Map<String, byte[]> fingerprints = new LinkedHashMap<>();
    private final int most;

    SeenEvents(int most) {
        this.most = most;
    }

    /** What is known of an event. */
    enum Answer {
        NEW,
        SAME,
        CHANGED
    }

    Answer look(PostedEvent event) {
        byte[] known = fingerprints.get(event.eventId());
        if (known == null) {
            return Answer.NEW;
        }
        return Arrays.equals(known, fingerprint(event)) ? Answer.SAME : Answer.CHANGED;
    }

    void add(PostedEvent event) {
        fingerprints.put(event.eventId(), fingerprint(event));
        if (fingerprints.size() > most) {
            fingerprints.remove(fingerprints.keySet().iterator().next());
        }
    }

    private static byte[] fingerprint(PostedEvent event) {
        try {
            StringBuilder text = new StringBuilder(event.list());
            write(event.json(), text);
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.forEach((name, value) -> {
                text.append('\u001f').append(name).append('=');
                write(value, text);
            });
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(item -> {
                write(item, text);
                text.append(',');
            });
        } else {
            text.append(node);
        }
    }
}
