package org.engageconnector.robustness;

import java.util.List;
import java.util.Locale;

/**
 * What one deletion did.
 *
 * @param said the first readiness message or line of a log; empty when nobody noticed
 * @param wrongSeconds until all were ready and events made after the deletion arrived
 * @param readyWhileWrong roles that said ready although a part of the ID map was missing
 */
record DeletedKey(String key, String said, double wrongSeconds, List<String> readyWhileWrong) {

    boolean good(int limitSeconds) {
        return wrongSeconds <= limitSeconds && readyWhileWrong.isEmpty();
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.1f s | %s | %s |",
                key,
                wrongSeconds,
                readyWhileWrong.isEmpty() ? "nobody" : String.join(", ", readyWhileWrong),
                said.isEmpty() ? "nothing" : said.replace('|', '/'));
    }
}
