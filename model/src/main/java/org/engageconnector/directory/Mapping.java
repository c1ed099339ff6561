package org.engageconnector.directory;

/**
 * One line of the ID map.
 *
 * @param engageId user: person DBID; queue: VQ DBID; wrap-up code and skill: name; source: tenant name; presence: system presence
 * @param genesysCloudId the id in Genesys Cloud
 * @param name what people call it
 * @param state {@code active} or {@code inactive}
 * @param syncedAt when this line was last confirmed, milliseconds since 1970
 */
public record Mapping(
        MappingType type, String engageId, String genesysCloudId, String name, String state, long syncedAt) {}
