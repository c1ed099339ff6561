package org.engageconnector.processors.conversation.evidence;

/** The connection that evidence came by. The order is the one in which evidence of one millisecond is read. */
public enum Family {
    EXTENSION,
    VQ,
    CALL;

    /** The family of a connection's name in the journal; {@code null} when there is none of that name. */
    public static Family of(String name) {
        return switch (name) {
            case "extension" -> EXTENSION;
            case "vq" -> VQ;
            case "call" -> CALL;
            default -> null;
        };
    }
}
