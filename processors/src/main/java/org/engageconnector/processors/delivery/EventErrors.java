package org.engageconnector.processors.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.Verdict;

/** Sorts the events of a request by the {@code errors} of a 200. */
final class EventErrors {

    private EventErrors() {}

    private record Error(String message, boolean retryable) {}

    /** @param sent oldest first, as they stand in the journal */
    static Verdict judge(List<JournalEntry> sent, Answer answer) {
        JsonNode list = answer.json().path("errors");
        Map<String, Error> errors = new HashMap<>();
        for (JsonNode error : list) {
            errors.put(
                    error.path("eventId").asText("").toLowerCase(Locale.ROOT),
                    new Error(
                            error.path("message").asText(""),
                            error.path("retryable").asBoolean(false)));
        }
        List<JournalEntry> accepted = new ArrayList<>();
        List<Verdict.Refusal> retry = new ArrayList<>();
        List<Verdict.Refusal> refused = new ArrayList<>();
        Set<String> keysRefused = new HashSet<>();
        for (JournalEntry entry : sent) {
            Error error = errors.remove(EventId.of(entry).toLowerCase(Locale.ROOT));
            if (error == null) {
                accepted.add(entry);
                continue;
            }
            // refused together with a predecessor that is not in: it may be right once that one is settled
            boolean behindARefusal = !keysRefused.add(entry.key());
            Verdict.Refusal refusal = new Verdict.Refusal(entry, cut(error.message));
            (error.retryable || behindARefusal ? retry : refused).add(refusal);
        }
        if (!errors.isEmpty()) {
            // an error of an event that was not sent: nothing in this answer can be trusted
            return new Verdict.Again("unknown-event", true);
        }
        return new Verdict.Each(accepted, retry, refused);
    }

    private static String cut(String message) {
        return message.length() > 500 ? message.substring(0, 500) + "..." : message;
    }
}
