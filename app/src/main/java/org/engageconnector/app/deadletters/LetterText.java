package org.engageconnector.app.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.app.log.PersonalData;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;

/** One dead letter as text. Numbers and names of callers are masked unless the site shows personal data. */
final class LetterText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> PERSONAL =
            Set.of("ani", "aniName", "dnis", "dnisName", "phoneNumber", "destinationPhoneNumber", "notes");

    private final boolean personalData;

    LetterText(boolean personalData) {
        this.personalData = personalData;
    }

    /** One line for the list. */
    String line(JournalEntry letter) {
        Map<String, String> facts = letter.headers();
        return String.join(
                "  ",
                letter.id(),
                time(facts.get(DeadLetter.REFUSED_AT), letter),
                letter.kind(),
                shown(facts.getOrDefault(DeadLetter.ERROR, "")));
    }

    /** What the list shows of it, as a program wants it. */
    Map<String, Object> facts(JournalEntry letter) {
        Map<String, String> said = letter.headers();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", letter.id());
        facts.put("refusedAt", time(said.get(DeadLetter.REFUSED_AT), letter));
        facts.put("kind", letter.kind());
        facts.put("key", letter.key());
        facts.put("journal", said.get(DeadLetter.FROM));
        facts.put("error", shown(said.getOrDefault(DeadLetter.ERROR, "")));
        facts.put("correlationId", said.getOrDefault(DeadLetter.CORRELATION_ID, ""));
        return facts;
    }

    /** All headers, masked like the rest. */
    Map<String, String> headers(JournalEntry letter) {
        Map<String, String> headers = new TreeMap<>();
        letter.headers().forEach((name, value) -> headers.put(name, shown(value)));
        return headers;
    }

    /** The event as text, masked. */
    String eventText(JournalEntry letter) {
        return event(letter.body());
    }

    /** Everything that is known of it. */
    String full(JournalEntry letter) {
        StringBuilder text = new StringBuilder();
        text.append("id: ").append(letter.id()).append("\nkind: ").append(letter.kind());
        text.append("\nkey: ").append(letter.key());
        new TreeMap<>(letter.headers())
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(shown(value)));
        return text.append("\nevent:\n").append(event(letter.body())).toString();
    }

    /** Genesys Cloud's words may quote a number. */
    private String shown(String text) {
        return personalData ? text : PersonalData.masked(text);
    }

    private String event(byte[] body) {
        try {
            JsonNode json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            if (!personalData) {
                mask(json);
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            return body.length + " bytes that are no JSON";
        }
    }

    private static void mask(JsonNode json) {
        if (json instanceof ObjectNode object) {
            PERSONAL.stream().filter(object::has).forEach(field -> object.put(field, "***"));
        }
        json.forEach(LetterText::mask);
    }

    private static String time(String millis, JournalEntry letter) {
        return Instant.ofEpochMilli(millis == null ? letter.appendedAt() : Long.parseLong(millis))
                .toString();
    }
}
