package org.engageconnector.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes the directory; config-sync alone does. Each call is one atomic change and raises the version when something differs. */
public interface DirectoryWriter extends Directory {

    /** Stores a mapping with all its aliases; aliases it had before and has no more are dropped. */
    void put(Mapping mapping, Collection<String> aliases);

    void remove(MappingType type, String engageId);

    void putAgents(List<Agent> agents);

    void putDns(String switchName, List<Dn> dns);

    void putTenantName(String name);

    void putActionCodes(Map<String, String> codeToName);

    void putTransaction(Map<String, Map<String, String>> sections);

    /**
     * Empties it, because a part of it is missing or unreadable: nobody uses it until {@link #markReady}.
     *
     * @param why for whoever waits
     */
    default void clear(String why) {}

    /** Says that the map is complete: for the first time, or again after {@link #clear}. */
    void markReady();
}
