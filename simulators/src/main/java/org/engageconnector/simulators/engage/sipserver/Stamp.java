package org.engageconnector.simulators.engage.sipserver;

import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/**
 * Gives every message of one server run its time, the start time of the run, and the next number of its one counter.
 * Guarded by the pair's lock.
 */
final class Stamp {

    private final int serverStartTime;
    private final boolean olderRelease;
    private long sequence;

    /** @param olderRelease whether the server is of a release without ServerStartTime and EventSequenceNumber */
    Stamp(int serverStartTime, boolean olderRelease) {
        this.serverStartTime = serverStartTime;
        this.olderRelease = olderRelease;
    }

    int serverStartTime() {
        return serverStartTime;
    }

    /** @param time when it happened, in milliseconds since 1970 */
    Message stamp(Message.Builder message, long time) {
        sequence++;
        message.with(TServerAttribute.TIME_IN_SECS, (int) (time / 1_000))
                .with(TServerAttribute.TIME_IN_U_SECS, (int) (time % 1_000) * 1_000);
        if (!olderRelease) {
            message.with(TServerAttribute.SERVER_START_TIME, serverStartTime)
                    .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, sequence);
        }
        return message.build();
    }
}
