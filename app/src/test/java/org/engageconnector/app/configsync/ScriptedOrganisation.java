package org.engageconnector.app.configsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.GenesysCloudApi;

/** An empty organisation that takes everything and remembers nothing: for counting requests of large sites. */
final class ScriptedOrganisation implements GenesysCloudApi {

    static final String ID = "22222222-2222-4222-8222-222222222222";

    private final AtomicLong ids = new AtomicLong();

    @Override
    public Answer request(String method, String path, JsonNode body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (path.equals("/api/v2/organizations/me")) {
            answer.put("id", ID);
        } else if (method.equals("GET")) {
            answer.put("id", "home").putArray("entities");
        } else {
            answer.put("id", "id-" + ids.incrementAndGet());
        }
        return new Answer(200, answer, Map.of());
    }
}
