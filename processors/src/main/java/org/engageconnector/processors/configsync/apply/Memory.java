package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Links;

/**
 * What was confirmed, read once from the {@link SyncStore} and kept in step with it: a change is in the store before it is
 * seen here. Thread-safe; one instance lives as long as this process holds the lease.
 */
public final class Memory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SKILL = "skill";
    private static final String CODE = "wrapup-code";
    private static final String QUEUE = "queue";
    private static final String USER = "user";
    private static final String SOURCE = "source";
    private static final String INTENT = "intent";

    private final SyncStore store;
    private final ConcurrentMap<String, Confirmed.Skill> skills;
    private final ConcurrentMap<String, Confirmed.WrapUpCode> codes;
    private final ConcurrentMap<Long, Confirmed.Queue> queues;
    private final ConcurrentMap<Long, Confirmed.User> users;
    private final Map<String, String> intents;
    private volatile Confirmed.Source source;

    public Memory(SyncStore store) {
        this.store = store;
        skills = load(SKILL, Function.identity(), Confirmed.Skill.class);
        codes = load(CODE, Function.identity(), Confirmed.WrapUpCode.class);
        queues = load(QUEUE, Long::valueOf, Confirmed.Queue.class);
        users = load(USER, Long::valueOf, Confirmed.User.class);
        intents = new ConcurrentHashMap<>(store.read(INTENT));
        source = load(SOURCE, Function.identity(), Confirmed.Source.class).get(SOURCE);
    }

    private <K, V> ConcurrentMap<K, V> load(String kind, Function<String, K> key, Class<V> type) {
        ConcurrentMap<K, V> map = new ConcurrentHashMap<>();
        store.read(kind).forEach((name, json) -> {
            try {
                map.put(key.apply(name), JSON.readValue(json, type));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("what config-sync remembers of " + kind + " " + name
                        + " cannot be read; was it written by a newer release?");
            }
        });
        return map;
    }

    /** A live view. */
    public Confirmed confirmed() {
        return new Confirmed(
                Collections.unmodifiableMap(skills),
                Collections.unmodifiableMap(codes),
                Collections.unmodifiableMap(queues),
                Collections.unmodifiableMap(users),
                source);
    }

    public void put(String name, Confirmed.Skill skill) {
        store.write(SKILL, Map.of(name, json(skill)), List.of());
        skills.put(name, skill);
    }

    public void put(String name, Confirmed.WrapUpCode code) {
        store.write(CODE, Map.of(name, json(code)), List.of());
        codes.put(name, code);
    }

    public void put(long dbid, Confirmed.Queue queue) {
        store.write(QUEUE, Map.of(String.valueOf(dbid), json(queue)), List.of());
        queues.put(dbid, queue);
    }

    public void put(long dbid, Confirmed.User user) {
        store.write(USER, Map.of(String.valueOf(dbid), json(user)), List.of());
        users.put(dbid, user);
    }

    public void put(Confirmed.Source newSource) {
        store.write(SOURCE, Map.of(SOURCE, json(newSource)), List.of());
        source = newSource;
    }

    public void forgetSkill(String name) {
        store.write(SKILL, Map.of(), List.of(name));
        skills.remove(name);
    }

    public void forgetWrapUpCode(String name) {
        store.write(CODE, Map.of(), List.of(name));
        codes.remove(name);
    }

    public void forgetQueue(long dbid) {
        store.write(QUEUE, Map.of(), List.of(String.valueOf(dbid)));
        queues.remove(dbid);
    }

    /** Its memberships first, so that a crash in between cannot leave members behind who are none. */
    public void forgetUser(long dbid) {
        forgetMemberships(dbid);
        store.write(USER, Map.of(), List.of(String.valueOf(dbid)));
        users.remove(dbid);
    }

    public void forgetSource() {
        store.write(SOURCE, Map.of(), List.of(SOURCE));
        source = null;
    }

    /**
     * The user of one person goes on under another DBID. The two records change places in one write, the memberships before
     * that: after a crash in between the move is simply made again.
     */
    public synchronized void moveUser(long from, long to) {
        queues.forEach((dbid, queue) -> replace(dbid, queue, queue.memberLinks().renamed(Map.of(from, to))));
        Confirmed.User user = users.get(from);
        store.write(USER, Map.of(String.valueOf(to), json(user)), List.of(String.valueOf(from)));
        users.put(to, user);
        users.remove(from);
    }

    private void replace(long dbid, Confirmed.Queue queue, Links<Long> members) {
        if (!members.equals(queue.memberLinks())) {
            put(dbid, queue.withMembers(members, queue.at()));
        }
    }

    /** The queue of one virtual queue goes on under another DBID, in one write. */
    public void moveQueue(long from, long to) {
        Confirmed.Queue queue = queues.get(from);
        store.write(QUEUE, Map.of(String.valueOf(to), json(queue)), List.of(String.valueOf(from)));
        queues.put(to, queue);
        queues.remove(from);
    }

    /** Genesys Cloud dropped a user's memberships (it was deleted there): they are to be made again. */
    public synchronized void forgetMemberships(long person) {
        queues.forEach((dbid, queue) -> replace(dbid, queue, queue.memberLinks().removed(List.of(person))));
    }

    /**
     * Says that an object is about to be created, so that after a crash it is known to be ours when it is found.
     *
     * @param search by what it can be found
     */
    public void intend(String object, String key, String search) {
        store.write(INTENT, Map.of(object + "/" + key, search), List.of());
        intents.put(object + "/" + key, search);
    }

    public boolean intended(String object, String key) {
        return intents.containsKey(object + "/" + key);
    }

    public void done(String object, String key) {
        if (intents.remove(object + "/" + key) != null) {
            store.write(INTENT, Map.of(), List.of(object + "/" + key));
        }
    }

    /** Objects of a kind that may have been created without our knowing: by what each can be found, by its key. */
    public Map<String, String> intents(String object) {
        Map<String, String> begun = new TreeMap<>();
        intents.forEach((key, search) -> {
            if (key.startsWith(object + "/")) {
                begun.put(key.substring(object.length() + 1), search);
            }
        });
        return begun;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are always JSON", e);
        }
    }
}
