package org.engageconnector.processors.conversation;

import java.util.List;

/**
 * A live call, for people and the API. Of the numbers of outside parties the last digits are shown, to find a call by.
 *
 * @param type {@code internal}, {@code inbound}, {@code outbound} or {@code unknown}
 * @param since the beginning, ISO 8601
 * @param numbers the last four digits of caller and called number where these are outside, each behind {@code ...}
 * @param started whether anything was sent
 */
public record CallView(
        String callUuid,
        String conversationId,
        String server,
        String type,
        String since,
        List<String> numbers,
        boolean started,
        int legs) {

    /**
     * One call: what is believed, from which evidence, and what was sent.
     *
     * @param calls CallUUIDs, the main call first
     * @param evidence the latest, in the order of its arrival; only what this instance itself has read
     */
    public record Detail(
            CallView call, List<String> calls, List<LegView> legs, List<EvidenceView> evidence, List<SentView> sent) {}

    /** A leg; {@code dn} is absent for outside parties. */
    public record LegView(
            String communicationId,
            String role,
            String dn,
            String target,
            String since,
            boolean alerting,
            boolean answered,
            boolean held,
            boolean ended,
            boolean afterCallWork) {}

    /** One piece of evidence. */
    public record EvidenceView(String at, String stream, String said, String callUuid, String dn) {}

    /** One event that was sent; {@code detail} is its disconnect type, final state or code, {@code rule} that of docs/call-rules.md. */
    public record SentView(String at, String event, String about, String detail, String rule, List<MadeBy> evidence) {}

    /**
     * What made an event: a message of a stream, or the end of a wait that the message before it began. Absent where it is not
     * known. The DN of an outside party is not shown.
     *
     * @param sequence EventSequenceNumber
     * @param waitedUntil the end of the wait, where a wait made the event
     */
    public record MadeBy(String at, String stream, String message, String dn, Long sequence, String waitedUntil) {}
}
