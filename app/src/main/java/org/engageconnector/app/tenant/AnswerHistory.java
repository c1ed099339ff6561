package org.engageconnector.app.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engageconnector.app.log.PersonalData;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.processors.delivery.AnswerListener;

/** What Genesys Cloud last answered to each event, by conversation or user. The events themselves are not kept. */
public final class AnswerHistory implements AnswerListener {

    private static final int PER_KEY = 200;
    private static final int IN_ALL = 50_000;
    private static final int LONGEST_ERROR = 300;
    private static final Pattern TIME = Pattern.compile("\"eventDateTime\"\\s*:\\s*\"([^\"]{1,40})\"");

    private final BoundedHistory<Map<String, Object>> answers;

    public AnswerHistory(long millis) {
        answers = new BoundedHistory<>(PER_KEY, IN_ALL, millis, System::currentTimeMillis);
    }

    @Override
    public void answered(JournalEntry entry, Outcome outcome, String error, String correlationId) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", Instant.now().toString());
        line.put("event", entry.kind());
        line.put("eventId", entry.headers().getOrDefault("eventId", ""));
        Matcher time = TIME.matcher(new String(entry.body(), StandardCharsets.UTF_8));
        line.put("eventDateTime", time.find() ? time.group(1) : null);
        line.put("value", entry.headers().get("value"));
        line.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        line.put(
                "error",
                PersonalData.masked(error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error));
        line.put("correlationId", correlationId);
        answers.add(entry.key(), line);
    }

    /** The answers to events of a conversation or a user, oldest first. */
    public List<Map<String, Object>> of(String key) {
        return answers.of(key);
    }
}
