package org.engageconnector.benchmarks.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;

/** A directory with one extension: enough for a session to be opened. */
final class OneDn implements Directory {

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public long version() {
        return 1;
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
        return List.of();
    }

    @Override
    public List<Dn> dns(String switchName) {
        return List.of(new Dn("5001", switchName, Dn.Type.EXTENSION, 1, "5001", 0, 0));
    }

    @Override
    public Optional<String> tenantName() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> actionCodes() {
        return Map.of();
    }

    @Override
    public Map<String, Map<String, String>> transaction() {
        return Map.of();
    }
}
