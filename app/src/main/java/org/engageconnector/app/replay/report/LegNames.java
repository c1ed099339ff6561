package org.engageconnector.app.replay.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.ToldEvent;

/** Names the legs of a call for people: {@code customer}, {@code queue VQ_Sales}, {@code agent 1001}. */
final class LegNames {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final NumberMask mask;

    LegNames(CallStory story, NumberMask mask) {
        this.mask = mask;
        for (ToldEvent told : story.told()) {
            String id = told.text("communicationId");
            if (id != null && told.kind().endsWith("Established")) {
                names.computeIfAbsent(id, leg -> unique(name(told)));
            }
        }
    }

    private String name(ToldEvent told) {
        return switch (told.kind()) {
            case "userEstablished" -> "agent " + told.names().get("userId");
            case "routingEstablished" -> "queue " + told.names().get("queueId");
            case "phoneEstablished" -> "phone " + mask.of(told.text("phoneNumber"));
            default -> "customer";
        };
    }

    private String unique(String name) {
        int use = uses.merge(name, 1, Integer::sum);
        return use == 1 ? name : name + " (" + use + ")";
    }

    /** The leg's name; its id where it was never established. */
    String of(String id) {
        return names.getOrDefault(id, id);
    }

    /** What the event says, in words. */
    String text(ToldEvent told) {
        JsonNode body = told.body();
        StringBuilder text = new StringBuilder(told.kind());
        add(text, " ", body, "communicationId");
        add(text, " from ", body, "initiatingCommunicationId");
        add(text, " to ", body, "destinationCommunicationId");
        for (String field : new String[] {"disconnectType", "finalState", "transferType"}) {
            if (body.hasNonNull(field)) {
                text.append(' ').append(body.get(field).asText());
            }
        }
        if (body.hasNonNull("held")) {
            text.append(body.get("held").asBoolean() ? " held" : " retrieved");
        }
        if (told.kind().equals("communicationDispositionApplied")) {
            String code = told.names().get("code");
            text.append(code == null ? " without a code" : " " + mask.data(code));
        }
        if (body.path("initialConfiguration").path("alerting").asBoolean()) {
            text.append(" alerting");
        }
        if (told.names().containsKey("destinationUserId")) {
            text.append(" to agent ").append(told.names().get("destinationUserId"));
        }
        if (told.names().containsKey("destinationQueueId")) {
            text.append(" to queue ").append(told.names().get("destinationQueueId"));
        }
        if (body.hasNonNull("destinationPhoneNumber")) {
            text.append(" to ")
                    .append(mask.of(body.get("destinationPhoneNumber").asText()));
        }
        return text.toString();
    }

    private void add(StringBuilder text, String before, JsonNode body, String field) {
        if (body.hasNonNull(field)) {
            text.append(before).append(of(body.get(field).asText()));
        }
    }
}
