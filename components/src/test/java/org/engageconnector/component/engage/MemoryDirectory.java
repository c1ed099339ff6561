package org.engageconnector.component.engage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;

/** A directory that a test changes at will. */
public final class MemoryDirectory implements Directory {

    private volatile List<Dn> dns = List.of();
    private volatile List<Agent> agents = List.of();
    private volatile long version;

    public synchronized void dns(Dn.Type type, String... numbers) {
        List<Dn> all =
                new ArrayList<>(dns.stream().filter(dn -> dn.type() != type).toList());
        for (String number : numbers) {
            all.add(new Dn(number, "SIP_A", type, 0, number, 0, 0));
        }
        dns = List.copyOf(all);
        version++;
    }

    public synchronized void agents(String... employeeIds) {
        agents = List.of(employeeIds).stream()
                .map(id -> new Agent(1, id, id, List.of(), 0, null))
                .toList();
        version++;
    }

    @Override
    public boolean ready() {
        return version > 0;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Optional<Mapping> find(MappingType type, String engageId) {
        return Optional.empty();
    }

    @Override
    public Map<String, Mapping> findAll(MappingType type, Collection<String> engageIds) {
        return Map.of();
    }

    @Override
    public List<Mapping> page(MappingType type, String after, int limit) {
        return List.of();
    }

    @Override
    public List<Agent> agents() {
        return agents;
    }

    @Override
    public List<Dn> dns(String switchName) {
        return dns.stream().filter(dn -> dn.switchName().equals(switchName)).toList();
    }

    @Override
    public Optional<String> tenantName() {
        return Optional.of("Environment");
    }

    @Override
    public Map<String, Map<String, String>> transaction() {
        return Map.of();
    }

    @Override
    public Map<String, String> actionCodes() {
        return Map.of();
    }
}
