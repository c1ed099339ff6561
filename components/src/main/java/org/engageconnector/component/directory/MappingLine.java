package org.engageconnector.component.directory;

import java.nio.charset.StandardCharsets;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;

/** How a line of the ID map is stored: when it was synced, a line feed, and the rest as JSON. */
record MappingLine(String genesysCloudId, String name, String state) {

    static byte[] json(Mapping mapping) {
        return Json.write(new MappingLine(mapping.genesysCloudId(), mapping.name(), mapping.state()));
    }

    static Mapping read(MappingType type, String engageId, byte[] stored) {
        String text = new String(stored, StandardCharsets.UTF_8);
        int lineFeed = text.indexOf('\n');
        MappingLine line = Json.read(text.substring(lineFeed + 1).getBytes(StandardCharsets.UTF_8), MappingLine.class);
        return new Mapping(
                type,
                engageId,
                line.genesysCloudId(),
                line.name(),
                line.state(),
                Long.parseLong(text.substring(0, lineFeed)));
    }

    /** Where an Engage id stands: numbers by size, names after each other by their bytes. */
    static String place(String engageId) {
        boolean number = !engageId.isEmpty()
                && engageId.length() <= 15
                && engageId.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.toString(Long.parseLong(engageId)) : "-1";
    }
}
