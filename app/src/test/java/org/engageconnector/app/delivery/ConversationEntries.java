package org.engageconnector.app.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.journal.NewEntry;

/** Events as the call engine journals them. */
final class ConversationEntries {

    private ConversationEntries() {}

    static NewEntry event(String conversation, String id) {
        return event(conversation, id, "holdUpdatedEvents", "");
    }

    /** @param more of the event's JSON, from the comma on */
    static NewEntry event(String conversation, String id, String kind, String more) {
        String body = "{\"eventId\":\"" + id + "\",\"conversationId\":\"" + conversation + "\"" + more + "}";
        return new NewEntry(
                conversation,
                kind,
                Map.of("eventId", id, "evidenceAt", String.valueOf(System.currentTimeMillis())),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** One each of conversations c0, c1 ... with the ids e0, e1 ... */
    static List<NewEntry> single(int number) {
        List<NewEntry> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            events.add(event("c" + i, "e" + i));
        }
        return events;
    }
}
