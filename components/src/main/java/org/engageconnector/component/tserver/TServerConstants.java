package org.engageconnector.component.tserver;

import org.apache.camel.spi.Metadata;

/** The headers of {@code tserver:}. */
public final class TServerConstants {

    @Metadata(label = "consumer", description = "The SIP Server pair: the switch's name.", javaType = "String")
    public static final String SERVER = "CamelTServerServer";

    @Metadata(label = "consumer", description = "vq, extension or call.", javaType = "String")
    public static final String FAMILY = "CamelTServerFamily";

    @Metadata(label = "consumer", description = "How many entries the body holds.", javaType = "Integer")
    public static final String SIZE = "CamelTServerSize";

    private TServerConstants() {}
}
