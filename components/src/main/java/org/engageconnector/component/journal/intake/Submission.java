package org.engageconnector.component.journal.intake;

import java.util.List;
import org.engageconnector.message.ReceivedFrame;

/** One list of frames that a connection's thread waits with. Guarded by its appender's lock. */
final class Submission {

    private final List<ReceivedFrame> frames;
    private int confirmed;

    Submission(List<ReceivedFrame> frames) {
        this.frames = frames;
    }

    List<ReceivedFrame> frames() {
        return frames;
    }

    String family() {
        return frames.get(0).family();
    }

    void confirmOne() {
        confirmed++;
    }

    boolean done() {
        return confirmed == frames.size();
    }
}
