package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;

/**
 * The objects of one kind, by id, in the order they were made: JSON as it was posted, with what the platform adds. Guarded by
 * the simulator's lock.
 */
public final class JsonStore {

    private final String kind;
    private final String path;
    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final Past<ObjectNode> past = new Past<>();
    private final Map<String, Long> madeAt = new HashMap<>();
    private final LongSupplier clock;

    /**
     * @param path where the objects are served, for their {@code selfUri}
     * @param clock milliseconds since 1970
     */
    JsonStore(String kind, String path, LongSupplier clock) {
        this.clock = clock;
        this.kind = kind;
        this.path = path;
    }

    /** Keeps a new object under a fresh id. */
    ObjectNode add(ObjectNode object) {
        return add(UUID.randomUUID().toString(), object);
    }

    /** Keeps an object under an id that the caller chose. */
    ObjectNode add(String id, ObjectNode object) {
        ObjectNode kept = Json.object().put("id", id);
        object.properties().forEach(field -> {
            if (!field.getKey().equals("id") && !field.getValue().isNull()) {
                kept.set(field.getKey(), field.getValue());
            }
        });
        kept.put("selfUri", path + "/" + id);
        past.changed(id, byId.get(id), clock.getAsLong());
        madeAt.putIfAbsent(id, clock.getAsLong());
        byId.put(id, kept);
        return kept;
    }

    /** To be told before an object is changed in place. */
    void changing(ObjectNode object) {
        past.changed(object.get("id").asText(), object.deepCopy(), clock.getAsLong());
    }

    /** Every object that fits, as a list shows it that lags behind. */
    List<ObjectNode> listed(Predicate<ObjectNode> fits, long lagMillis) {
        long now = clock.getAsLong();
        return byId.entrySet().stream()
                .map(entry -> past.shown(entry.getKey(), entry.getValue(), now, lagMillis))
                .filter(object -> object != null && fits.test(object))
                .toList();
    }

    /** When an object was made, milliseconds since 1970. */
    long madeAt(String id) {
        return madeAt.getOrDefault(id, 0L);
    }

    /** The object of that id, else 404. */
    ObjectNode get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound(kind));
    }

    /** The object of that id, if there is one. */
    public Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first object that fits. */
    public Optional<ObjectNode> first(Predicate<ObjectNode> fits) {
        return byId.values().stream().filter(fits).findFirst();
    }

    /** Every object that fits. */
    public List<ObjectNode> all(Predicate<ObjectNode> fits) {
        return byId.values().stream().filter(fits).toList();
    }

    /** Removes an object, else 404. */
    ObjectNode remove(String id) {
        ObjectNode removed = get(id);
        byId.remove(id);
        madeAt.remove(id);
        return removed;
    }

    /** How many there are. */
    public int size() {
        return byId.size();
    }
}
