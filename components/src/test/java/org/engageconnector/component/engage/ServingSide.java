package org.engageconnector.component.engage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;

/** A server that answers by itself in a scenario: accepts each connection, and answers each request. One answer may go wrong. */
final class ServingSide {

    private final ScenarioNetwork transport;
    private final VirtualTimer timer;
    private final Function<Message, List<Message>> answers;
    private final int faultAt;

    private boolean faulty;
    private Duration delay;
    private int sent;
    private List<byte[]> held;
    private SessionTimer.Handle release = () -> {};

    /** @param faultAt the answer that goes wrong, from 0, once {@link #fault} was called */
    ServingSide(ScenarioNetwork transport, VirtualTimer timer, Function<Message, List<Message>> answers, int faultAt) {
        this.transport = transport;
        this.timer = timer;
        this.answers = answers;
        this.faultAt = faultAt;
    }

    /** @param late how long it is held up, with all behind it; {@code null} when it is lost */
    void fault(Duration late) {
        faulty = true;
        delay = late;
    }

    /** Whether there was an answer to go wrong. */
    boolean faultHappened() {
        return faulty && sent > faultAt;
    }

    /** What is still to come never comes. */
    void stop() {
        release.cancel();
    }

    void serve() {
        if (transport.pending() != null) {
            held = null;
            transport.accept();
        }
        for (Message request = transport.request(); request != null; request = transport.request()) {
            answers.apply(request).forEach(answer -> send(Tkv.encode(answer)));
        }
        if (transport.pending() != null) {
            serve();
        }
    }

    private void send(byte[] frame) {
        boolean wrong = faulty && sent++ == faultAt;
        if (wrong && delay == null) {
            return;
        }
        if (wrong) {
            held = new ArrayList<>();
            List<byte[]> late = held;
            release = timer.schedule(delay, () -> release(late));
        }
        if (held != null) {
            held.add(frame);
        } else {
            transport.bytes(frame);
        }
    }

    /** A connection that has ended since takes its late frames along. */
    private void release(List<byte[]> late) {
        if (late == held) {
            held = null;
            late.forEach(transport::bytes);
        }
    }
}
