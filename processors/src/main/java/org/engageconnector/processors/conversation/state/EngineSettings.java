package org.engageconnector.processors.conversation.state;

/**
 * Settings of the rules (surface: {@code ex.conversations.*}).
 *
 * @param tenant DBID, part of every id
 * @param dispositionKey attached-data key of the wrap-up value (D1)
 * @param afterCallWorkRequired whether after-call work is asked for on queue calls (U1, U2)
 * @param outboundQueueKey attached-data key that names the virtual queue an outbound call is made for (U2)
 * @param linkSites whether the two conversations of a call that spans two servers share a {@code tagId}
 */
public record EngineSettings(
        String tenant,
        String dispositionKey,
        boolean afterCallWorkRequired,
        String outboundQueueKey,
        boolean linkSites,
        Windows windows) {

    /** Waits and windows, in milliseconds of event time (docs/call-rules.md). */
    public record Windows(
            long lag,
            long unknownCallType,
            long requeue,
            long otherQueue,
            long afterCallWork,
            long keepEndedCall,
            long keepAfterCallWork,
            long confirmAfterReconnect) {

        public static final Windows DEFAULT = new Windows(2000, 2000, 2000, 500, 2000, 15_000, 3_600_000, 10_000);
    }

    public static EngineSettings defaults(String tenant) {
        return new EngineSettings(tenant, "DispositionCode", true, "OutboundQueue", false, Windows.DEFAULT);
    }
}
