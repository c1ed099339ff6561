package org.engageconnector.processors.configsync.cloud;

import com.fasterxml.jackson.databind.JsonNode;

/** Sends one request and gives the answer, whatever its status. Thread-safe. */
public interface GenesysCloudApi {

    /**
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param path from {@code /api/v2} on, with its query
     * @param body {@code null} for none
     * @throws java.io.UncheckedIOException when there is no answer, or one that cannot be read, within the time limit
     */
    Answer request(String method, String path, JsonNode body);
}
