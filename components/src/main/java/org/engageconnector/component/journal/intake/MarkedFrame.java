package org.engageconnector.component.journal.intake;

/**
 * A frame on its way into the journal: what is stored and what it is recognised by, without its message.
 *
 * @param run the server run its number belongs to, as in its keys; {@code null} for a frame that is never a duplicate
 * @param member of the pair, for the marks of frames without a number
 * @param number in the run; -1 when there is none that can be used
 */
record MarkedFrame(EntryTemplate template, String run, String server, String member, long number, byte[] body) {

    boolean deduplicated() {
        return run != null;
    }

    long size() {
        return template.size() + body.length;
    }
}
