package org.engageconnector.app.replay.site;

import java.util.HashMap;
import java.util.Map;

/** What the ids in told events stand for. One thread at a time. */
public final class SiteNames {

    private static final int MOST = 1_000_000;

    private final Map<String, String> users = new HashMap<>();
    private final Map<String, String> queues = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    void user(String id, String name) {
        put(users, id, name);
    }

    void queue(String id, String number) {
        put(queues, id, number);
    }

    void code(String id, String value) {
        put(codes, id, value);
    }

    private static void put(Map<String, String> names, String id, String name) {
        if (id != null && name != null && names.size() < MOST) {
            names.putIfAbsent(id, name);
        }
    }

    /** Login code or employee id of a user; the id itself where nobody knows. */
    public String user(String id) {
        return users.getOrDefault(id, id);
    }

    /** Number of the virtual queue behind a queue. */
    public String queue(String id) {
        return queues.getOrDefault(id, id);
    }

    /** The attached value behind a wrap-up code. */
    public String code(String id) {
        return codes.getOrDefault(id, id);
    }
}
