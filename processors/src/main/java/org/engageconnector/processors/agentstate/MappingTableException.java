package org.engageconnector.processors.agentstate;

/** The mapping file cannot be used; the message names the file, the line and what is allowed there. */
public final class MappingTableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MappingTableException(String file, int line, String what) {
        super("%s, line %d: %s".formatted(file, line, what));
    }
}
