package org.engageconnector.directory;

import java.util.Arrays;
import java.util.Optional;

/** The object types of the ID map, named as in its REST API. */
public enum MappingType {
    USER("user"),
    QUEUE("queue"),
    SKILL("skill"),
    WRAPUP_CODE("wrapup-code"),
    SOURCE("source"),
    PRESENCE("presence");

    private final String path;

    MappingType(String path) {
        this.path = path;
    }

    /** The name in paths and JSON. */
    public String path() {
        return path;
    }

    public static Optional<MappingType> ofPath(String path) {
        return Arrays.stream(values()).filter(type -> type.path.equals(path)).findFirst();
    }
}
