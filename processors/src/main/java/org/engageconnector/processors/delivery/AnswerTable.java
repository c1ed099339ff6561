package org.engageconnector.processors.delivery;

import java.util.List;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.Verdict;

/**
 * What each status means for the events of a request. Source: docs/delivery.md#answers. {@link DeliveryAnswer} judges a 401.
 */
final class AnswerTable {

    private AnswerTable() {}

    /** Reads an answer; never throws. */
    static Verdict judge(DeliveryPath path, List<JournalEntry> sent, Answer answer) {
        int status = answer.status();
        if (status == 200) {
            return answer.json() == null
                    ? new Verdict.Stop(path.uri() + " answered 200 with a body that is not JSON: is"
                            + " ex.genesys-cloud.api-url the address of Genesys Cloud, and no proxy in between?")
                    : EventErrors.judge(sent, answer);
        }
        if (status == 400 && answer.code().equals("client.failed.request")) {
            // a broken upload, not a bad event
            return new Verdict.Again("400", true);
        }
        if (status == 400 || status == 413) {
            return sent.size() > 1
                    ? new Verdict.Split(answer.describe())
                    : new Verdict.Each(
                            List.of(), List.of(), List.of(new Verdict.Refusal(sent.get(0), answer.describe())));
        }
        if (status == 429) {
            return new Verdict.Again("429", false);
        }
        if (status == 408 || status >= 500 && status <= 599) {
            return new Verdict.Again(String.valueOf(status), true);
        }
        return new Verdict.Stop(stopMessage(path, answer));
    }

    private static String stopMessage(DeliveryPath path, Answer answer) {
        String said = path.uri() + " answered " + answer.describe();
        if (answer.status() == 403) {
            return said + ". The OAuth client lacks the permission " + path.permission()
                    + ": give its role that permission, it takes a few minutes to work";
        }
        if (answer.status() == 404) {
            return said + ". Is ex.genesys-cloud.api-url (or .region) right?";
        }
        return said + ". This status is not part of the API: check ex.genesys-cloud.api-url and proxies in between";
    }
}
