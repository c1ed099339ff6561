package org.engageconnector.component.statserver;

import org.apache.camel.spi.Metadata;

/** The headers of {@code statserver:}. */
public final class StatServerConstants {

    @Metadata(label = "consumer", description = "How many events the body holds.", javaType = "Integer")
    public static final String SIZE = "CamelStatServerSize";

    private StatServerConstants() {}
}
