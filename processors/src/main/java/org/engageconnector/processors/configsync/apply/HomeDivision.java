package org.engageconnector.processors.configsync.apply;

import org.engageconnector.processors.configsync.cloud.Cloud;

/** The id of the Home division, asked for once. Thread-safe. */
public final class HomeDivision {

    private final Cloud cloud;
    private String id;

    public HomeDivision(Cloud cloud) {
        this.cloud = cloud;
    }

    synchronized String id() {
        if (id == null) {
            id = cloud.must("GET", "/api/v2/authorization/divisions/home", null)
                    .path("id")
                    .asText();
        }
        return id;
    }
}
