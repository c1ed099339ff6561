package org.engageconnector.processors.agentstate;

import java.nio.file.Path;

/** The mapping file for those who only want to know whether it can be used. */
public final class MappingFile {

    private MappingFile() {}

    /** Reads the file; throws {@link MappingTableException} with line and allowed values, or what reading threw. */
    public static void check(Path file) {
        MappingTableReader.read(file);
    }
}
