package org.engageconnector.app.replay.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.engageconnector.app.replay.site.SiteNames;

/** Says what the ids in an event stand for, so that another program can judge it without an ID map. */
final class EventNames {

    private EventNames() {}

    static Map<String, String> of(JsonNode event, String callUuid, SiteNames site) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String field : new String[] {"userId", "destinationUserId"}) {
            if (event.hasNonNull(field)) {
                names.put(field, site.user(event.get(field).asText()));
            }
        }
        for (String field : new String[] {"queueId", "destinationQueueId"}) {
            if (event.hasNonNull(field)) {
                names.put(field, site.queue(event.get(field).asText()));
            }
        }
        if (event.hasNonNull("code")) {
            names.put("code", site.code(event.get("code").asText()));
        }
        names.put("interactionId", callUuid);
        return names;
    }
}
