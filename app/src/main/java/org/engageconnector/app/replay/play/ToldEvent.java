package org.engageconnector.app.replay.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.engageconnector.processors.conversation.output.ConversationEvent;

/**
 * An event that Genesys Cloud would have been told.
 *
 * @param order its place among all that was seen and told
 * @param event as the engine made it
 * @param body its JSON, read
 * @param names what the ids in it stand for
 * @param rules which rules told it; empty where the engine does not say
 * @param evidence what it was told upon; empty when only a wait ended
 */
public record ToldEvent(
        long order,
        ConversationEvent event,
        JsonNode body,
        Map<String, String> names,
        List<String> rules,
        List<SeenEvent> evidence) {

    /** Name of the batch list without "Events". */
    public String kind() {
        return event.list().replaceAll("Events$", "");
    }

    /** Whether it was told because a wait ended. */
    public boolean afterWait() {
        return event.due() != 0;
    }

    /** A text field of the event; {@code null} when it is absent. */
    public String text(String field) {
        return body.hasNonNull(field) ? body.get(field).asText() : null;
    }
}
