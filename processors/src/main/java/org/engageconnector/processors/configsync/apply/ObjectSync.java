package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.engageconnector.processors.configsync.plan.Change;

/** Carries out the changes of one kind of object. Called by several threads, each with another object. */
interface ObjectSync {

    /**
     * Makes one change and records it.
     *
     * @throws org.engageconnector.processors.configsync.cloud.CloudException when Genesys Cloud did not take it
     * @throws IllegalStateException when Redis is away
     */
    void apply(Change change);

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A value for a query string. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
