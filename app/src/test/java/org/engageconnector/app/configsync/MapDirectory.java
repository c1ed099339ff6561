package org.engageconnector.app.configsync;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.DirectoryWriter;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;

/** The directory in maps. */
final class MapDirectory implements DirectoryWriter {

    private final Map<MappingType, Map<String, Mapping>> lines = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, List<Dn>> dns = new HashMap<>();
    private List<Agent> agents = List.of();
    private Map<String, String> actionCodes = Map.of();
    private Map<String, Map<String, String>> transaction = Map.of();
    private String tenantName;
    private boolean ready;
    private long version;

    private Map<String, Mapping> lines(MappingType type) {
        return lines.computeIfAbsent(type, key -> new TreeMap<>());
    }

    @Override
    public synchronized void put(Mapping mapping, Collection<String> names) {
        String id = mapping.type() + "/" + mapping.engageId();
        aliases.values().removeIf(id::equals);
        names.forEach(name -> aliases.put(mapping.type() + "/" + name, id));
        lines(mapping.type()).put(mapping.engageId(), mapping);
        version++;
    }

    @Override
    public synchronized void remove(MappingType type, String engageId) {
        lines(type).remove(engageId);
        aliases.values().removeIf((type + "/" + engageId)::equals);
        version++;
    }

    @Override
    public synchronized void putAgents(List<Agent> list) {
        agents = List.copyOf(list);
        version++;
    }

    @Override
    public synchronized void putDns(String switchName, List<Dn> list) {
        dns.put(switchName, List.copyOf(list));
        version++;
    }

    @Override
    public synchronized void putTenantName(String name) {
        tenantName = name;
    }

    @Override
    public synchronized void putActionCodes(Map<String, String> codes) {
        actionCodes = Map.copyOf(codes);
    }

    @Override
    public synchronized void putTransaction(Map<String, Map<String, String>> sections) {
        transaction = Map.copyOf(sections);
    }

    @Override
    public synchronized void markReady() {
        ready = true;
    }

    @Override
    public synchronized boolean ready() {
        return ready;
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized Optional<Mapping> find(MappingType type, String engageId) {
        Mapping mapping = lines(type).get(engageId);
        String alias = aliases.get(type + "/" + engageId);
        return Optional.ofNullable(
                mapping != null || alias == null ? mapping : lines(type).get(alias.substring(alias.indexOf('/') + 1)));
    }

    @Override
    public synchronized Map<String, Mapping> findAll(MappingType type, Collection<String> engageIds) {
        Map<String, Mapping> found = new HashMap<>();
        engageIds.forEach(id -> find(type, id).ifPresent(mapping -> found.put(id, mapping)));
        return found;
    }

    @Override
    public synchronized List<Mapping> page(MappingType type, String after, int limit) {
        return lines(type).values().stream()
                .filter(mapping -> after == null || mapping.engageId().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Agent> agents() {
        return agents;
    }

    @Override
    public synchronized List<Dn> dns(String switchName) {
        return dns.getOrDefault(switchName, List.of());
    }

    @Override
    public synchronized Optional<String> tenantName() {
        return Optional.ofNullable(tenantName);
    }

    @Override
    public synchronized Map<String, String> actionCodes() {
        return actionCodes;
    }

    @Override
    public synchronized Map<String, Map<String, String>> transaction() {
        return transaction;
    }
}
