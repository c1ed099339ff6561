package org.engageconnector.app.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.component.journal.deadletters.DeadLetters;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.JournalEntry;

/** The bean {@code deadLetters} behind {@code /api/v1/dead-letters}: what the command of that name does, for programs. */
public final class DeadLettersPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "\\d{1,19}-\\d{1,19}";
    private static final int PAGE = 100;
    private static final int MOST = 500;
    private static final int LONGEST_BODY = 1 << 16;

    private final DeadLetters letters;
    private final LetterText text;

    public DeadLettersPage(RedisConnection redis, boolean personalData) {
        this.letters = new DeadLetters(redis);
        this.text = new LetterText(personalData);
    }

    /** {@code GET /dead-letters?after=&limit=}: a page, oldest first. */
    public void list(Exchange exchange) {
        answer(exchange, () -> {
            String after = exchange.getMessage().getHeader("after", "", String.class);
            String most = exchange.getMessage().getHeader("limit", "" + PAGE, String.class);
            if (!after.isEmpty() && !after.matches(ID)
                    || !most.matches("[1-9]\\d{0,2}")
                    || Integer.parseInt(most) > MOST) {
                error(
                        exchange,
                        400,
                        "bad.request",
                        "after must be the id of a letter, limit a number from 1 to " + MOST);
                return;
            }
            List<JournalEntry> page = letters.list(after.isEmpty() ? "0-0" : after, Integer.parseInt(most));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("total", letters.size());
            body.put("entities", page.stream().map(text::facts).toList());
            body.put(
                    "next",
                    page.size() < Integer.parseInt(most)
                            ? null
                            : page.get(page.size() - 1).id());
            JsonAnswer.write(exchange, 200, body);
        });
    }

    /** {@code GET /dead-letters/{id}}: one, with its event; numbers masked unless the site shows personal data. */
    public void show(Exchange exchange) {
        answer(exchange, () -> {
            String id = id(exchange);
            JournalEntry letter = id == null ? null : letters.show(id);
            if (letter == null) {
                unknown(exchange);
            } else {
                Map<String, Object> body = text.facts(letter);
                body.put("headers", text.headers(letter));
                body.put("event", text.eventText(letter));
                JsonAnswer.write(exchange, 200, body);
            }
        });
    }

    /** {@code POST /dead-letters/replay} with {@code {"ids": [...]}} or {@code {"all": true}}. */
    public void replay(Exchange exchange) {
        answer(exchange, () -> {
            JsonNode asked = body(exchange);
            List<String> ids = ids(asked);
            boolean all = asked != null && asked.path("all").asBoolean();
            if (!all && ids.isEmpty()) {
                error(
                        exchange,
                        400,
                        "bad.request",
                        "the body must be {\"ids\": [\"...\"]} with 1 to " + MOST + " ids, or {\"all\": true}");
                return;
            }
            int count = all ? letters.replayAll() : letters.replay(ids);
            if (!all && count == 0) {
                unknown(exchange);
            } else {
                JsonAnswer.write(exchange, 202, Map.of("replayed", count));
            }
        });
    }

    /** {@code DELETE /dead-letters/{id}}: given up for good. */
    public void drop(Exchange exchange) {
        answer(exchange, () -> {
            String id = id(exchange);
            if (id == null || letters.drop(List.of(id)) == 0) {
                unknown(exchange);
            } else {
                JsonAnswer.write(exchange, 200, Map.of("dropped", 1));
            }
        });
    }

    private static String id(Exchange exchange) {
        String id = exchange.getMessage().getHeader("id", "", String.class);
        return id.matches(ID) ? id : null;
    }

    private static JsonNode body(Exchange exchange) {
        String body = exchange.getMessage().getBody(String.class);
        try {
            return body == null || body.length() > LONGEST_BODY ? null : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Empty when they are not what they must be. */
    private static List<String> ids(JsonNode asked) {
        List<String> ids = new ArrayList<>();
        if (asked == null || asked.path("ids").size() > MOST) {
            return ids;
        }
        for (JsonNode id : asked.path("ids")) {
            if (!id.asText().matches(ID)) {
                return List.of();
            }
            ids.add(id.asText());
        }
        return ids;
    }

    private static void answer(Exchange exchange, Runnable work) {
        try {
            work.run();
        } catch (RedisUnavailableException e) {
            error(exchange, 503, "redis.away", String.valueOf(e.getMessage()));
        }
    }

    private static void unknown(Exchange exchange) {
        error(exchange, 404, "not.found", "there is no dead letter of that id");
    }

    private static void error(Exchange exchange, int status, String code, String message) {
        JsonAnswer.write(exchange, status, Map.of("code", code, "message", message));
    }
}
