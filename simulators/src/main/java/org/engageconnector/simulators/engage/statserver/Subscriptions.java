package org.engageconnector.simulators.engage.statserver;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.engage.net.ClientConnection;

/** The open statistics of one server, found by client and by agent. Guarded by the pair's lock. */
final class Subscriptions {

    private record Key(ClientConnection client, int referenceId) {}

    private final Map<ClientConnection, Map<Integer, Subscription>> byClient = new HashMap<>();
    private final Map<String, Map<Key, Subscription>> byAgent = new HashMap<>();

    /** Adds one; it takes the place of one with the same reference of that client. */
    void add(Subscription subscription) {
        remove(subscription.client(), subscription.referenceId());
        byClient.computeIfAbsent(subscription.client(), c -> new HashMap<>())
                .put(subscription.referenceId(), subscription);
        byAgent.computeIfAbsent(subscription.agent().employeeId(), a -> new LinkedHashMap<>())
                .put(key(subscription), subscription);
    }

    void remove(ClientConnection client, int referenceId) {
        Map<Integer, Subscription> own = byClient.get(client);
        Subscription gone = own == null ? null : own.remove(referenceId);
        if (gone != null) {
            byAgent.get(gone.agent().employeeId()).remove(key(gone));
        }
    }

    void removeAll(ClientConnection client) {
        Map<Integer, Subscription> own = byClient.remove(client);
        if (own != null) {
            own.values().forEach(s -> byAgent.get(s.agent().employeeId()).remove(key(s)));
        }
    }

    Collection<Subscription> of(String employeeId) {
        Map<Key, Subscription> open = byAgent.get(employeeId);
        return open == null ? List.of() : open.values();
    }

    /** Of the client with the most of them. */
    int most() {
        return byClient.values().stream().mapToInt(Map::size).max().orElse(0);
    }

    int size() {
        return byClient.values().stream().mapToInt(Map::size).sum();
    }

    void clear() {
        byClient.clear();
        byAgent.clear();
    }

    private static Key key(Subscription subscription) {
        return new Key(subscription.client(), subscription.referenceId());
    }
}
