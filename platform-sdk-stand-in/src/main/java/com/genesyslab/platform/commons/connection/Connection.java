package com.genesyslab.platform.commons.connection;

/** Keys of options. */
public interface Connection {

    String STR_ATTR_ENCODING_NAME_KEY = "string-attributes-encoding";
}
