package org.engageconnector.app.probe;

/**
 * One assumption of the connector, and what this site showed of it.
 *
 * @param topic in a few words
 * @param assumed what the connector takes for granted
 * @param seen what was seen, without a value of anybody
 * @param verdict whether that is the same
 * @param next what to set, or what is lost, when it differs
 */
record Row(String topic, String assumed, String seen, Verdict verdict, String next) {

    /** Whether a site is as assumed. */
    enum Verdict {
        AS_ASSUMED("as assumed"),
        DIFFERS("differs"),
        NOT_SEEN("not seen");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A row of which something was seen, or nothing. */
    static Row of(String topic, String assumed, boolean any, boolean same, String seen, String next) {
        Verdict verdict = !any ? Verdict.NOT_SEEN : same ? Verdict.AS_ASSUMED : Verdict.DIFFERS;
        return new Row(topic, assumed, any ? seen : "nothing of it in this time", verdict, next);
    }
}
