package org.engageconnector.processors.agentstate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;

/**
 * What the agent state mapper needs of the ID map, as one copy of one version. Immutable.
 *
 * @param version of the directory it was read from
 * @param users employee id to Genesys Cloud user; an agent in scope without a user has an empty text
 * @param presenceDefinitions system presence without spaces in lower case, to the id of its definition
 * @param sourceId the presence source; {@code null} while there is none
 * @param actionCodes code in lower case to name of the not-ready action codes
 */
public record AgentDirectory(
        long version,
        Map<String, String> users,
        Map<String, String> presenceDefinitions,
        String sourceId,
        Map<String, String> actionCodes) {

    private static final int DEFINITIONS_AT_MOST = 1000;

    /** Before config-sync has run: nobody is known. */
    public static final AgentDirectory EMPTY = new AgentDirectory(-1, Map.of(), Map.of(), null, Map.of());

    /** Reads the present version; throws {@link IllegalStateException} when Redis is away. */
    public static AgentDirectory read(Directory directory) {
        long version = directory.version();
        Map<String, String> users = new HashMap<>();
        for (Agent agent : directory.agents()) {
            users.put(agent.employeeId(), agent.userId() == null ? "" : agent.userId());
        }
        Map<String, String> definitions = new HashMap<>();
        for (Mapping mapping : directory.page(MappingType.PRESENCE, null, DEFINITIONS_AT_MOST)) {
            definitions.put(plain(mapping.engageId()), mapping.genesysCloudId());
        }
        String sourceId = directory
                .tenantName()
                .flatMap(name -> directory.find(MappingType.SOURCE, name))
                .map(Mapping::genesysCloudId)
                .orElse(null);
        Map<String, String> codes = new HashMap<>();
        directory.actionCodes().forEach((code, name) -> codes.put(code.toLowerCase(Locale.ROOT), name));
        return new AgentDirectory(version, Map.copyOf(users), Map.copyOf(definitions), sourceId, Map.copyOf(codes));
    }

    /** The definition of a system presence, compared without spaces and case; {@code null} when the organisation has none. */
    public String presenceDefinition(String systemPresence) {
        return presenceDefinitions.get(plain(systemPresence));
    }

    private static String plain(String systemPresence) {
        return systemPresence.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
