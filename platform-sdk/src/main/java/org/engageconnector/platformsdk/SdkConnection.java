package org.engageconnector.platformsdk;

import java.time.Duration;
import java.util.function.Function;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport.Connection;
import org.engageconnector.transport.EngageTransport.Listener;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.SessionThread;
import org.engageconnector.transport.TransportSettings;

/**
 * One connection of the SDK, from the first try until it is closed. On the session's thread, but for what is named otherwise.
 */
final class SdkConnection implements Connection, Face.Port, ChannelApi.Heard {

    private enum State {
        OPENING,
        REFUSED,
        OPEN,
        CLOSING,
        CLOSED
    }

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(900);
    private static final int AT_ONCE = 256;

    private final TransportSettings settings;
    private final Member member;
    private final Listener listener;
    private final SessionThread thread;
    private final Face face;
    private final SdkChannel channel;
    private final Inbox inbox = new Inbox();
    private final ReferenceMap references = new ReferenceMap();

    private State state = State.OPENING;
    private SessionThread.Cancellation limit = () -> {};
    private SessionThread.Cancellation later = () -> {};
    private boolean gone;
    private boolean reading = true;
    private int sendsUnderWay;
    private volatile boolean over;

    SdkConnection(
            TransportSettings settings,
            Member member,
            Listener listener,
            SessionThread thread,
            Face face,
            Function<ChannelApi.Heard, SdkChannel> channel) {
        this.settings = settings;
        this.member = member;
        this.listener = listener;
        this.thread = thread;
        this.face = face;
        this.channel = channel.apply(this);
    }

    /** A message as the journal keeps it. */
    static TkvFrame frame(Message message) {
        return new TkvFrame(message, Tkv.encode(message));
    }

    void start() {
        Duration time = settings.connectTimeout().plus(settings.answerTimeout()).plusSeconds(1);
        limit = thread.schedule(time, () -> {
            if (state == State.OPENING) {
                finish("no connection within " + time.toSeconds() + " s");
            }
        });
        channel.open(settings, member, failure -> thread.execute(() -> finish(Words.of(failure))));
    }

    // of the SDK, on any thread

    @Override
    public void opened() {
        thread.execute(() -> {
            if (state == State.OPENING) {
                limit.cancel();
                state = State.OPEN;
                listener.opened(this);
                drain();
            }
        });
    }

    @Override
    public void ended(Throwable cause, boolean failed) {
        if (!failed) {
            channel.ended();
        }
        thread.execute(() -> heardEnd(cause, failed));
    }

    @Override
    public void message(Object theirs) {
        if (over) {
            return;
        }
        try {
            Message message = face.read(theirs, settings.invalid());
            if (message == null) {
                settings.invalid().accept("message-unknown");
            } else if (inbox.put(frame(message))) {
                thread.execute(this::drain);
            }
        } catch (Throwable unreadable) {
            settings.invalid().accept("message-unreadable");
        }
    }

    @Override
    public void gone() {
        thread.execute(() -> {
            gone = true;
            if (state == State.CLOSING) {
                finish(null);
            }
        });
    }

    // of the session

    @Override
    public void send(Message message) {
        if (state == State.REFUSED) {
            giveSoon(face.refusal());
        } else if (state == State.OPEN) {
            face.send(message, this);
        }
    }

    @Override
    public void read(boolean on) {
        reading = on;
        if (on) {
            thread.execute(this::drain);
        }
    }

    @Override
    public void close() {
        if (state == State.CLOSING || state == State.CLOSED) {
            return;
        }
        state = State.CLOSING;
        over = true;
        limit.cancel();
        inbox.clear();
        channel.close();
        if (gone) {
            thread.execute(() -> finish(null));
        } else {
            limit = thread.schedule(CLOSE_LIMIT, () -> finish(null));
        }
    }

    // of the face

    @Override
    public void give(TkvFrame frame) {
        listener.received(this, frame);
    }

    @Override
    public void giveSoon(Message message) {
        later(Duration.ZERO, () -> give(frame(message)));
    }

    @Override
    public void later(Duration delay, Runnable task) {
        Runnable ifThere = () -> {
            if (state == State.OPEN || state == State.REFUSED) {
                task.run();
            }
        };
        if (delay.isZero()) {
            thread.execute(ifThere);
        } else {
            later = thread.schedule(delay, ifThere);
        }
    }

    @Override
    public void end(String reason) {
        finish(reason);
    }

    @Override
    public void forward(Message request) {
        int our = request.integer(face.referenceAttribute(), 0);
        int earlier = references.their(our);
        sendsUnderWay++;
        channel.send(face, request, earlier, new SdkChannel.Sending() {
            @Override
            public void sent(Integer their) {
                thread.execute(() -> done(our, their == null ? our : their));
            }

            @Override
            public void unsupported() {
                thread.execute(() -> {
                    sendsUnderWay--;
                    Message answer = face.unsupported(request);
                    if (answer != null && state == State.OPEN) {
                        give(frame(answer));
                    }
                    drain();
                });
            }

            @Override
            public void failed(Throwable cause) {
                thread.execute(() -> finish(Words.of(cause)));
            }
        });
        if (channel.isOverrun()) {
            thread.execute(() -> finish("the SDK does not take what we send"));
        }
    }

    private void done(int our, int their) {
        sendsUnderWay--;
        references.sent(our, their);
        drain();
    }

    /** What ends a refused connection is the session, once it has heard why. */
    private void heardEnd(Throwable cause, boolean failed) {
        if (state == State.OPENING && Words.refused(cause)) {
            limit.cancel();
            state = State.REFUSED;
            listener.opened(this);
        } else if (state != State.REFUSED && !(failed && state == State.OPEN && channel.isOpen())) {
            finish(cause == null ? null : Words.of(cause));
        }
    }

    /** Hands on what waits, a part at a time: the loop is not ours alone. */
    private void drain() {
        if (state == State.OPEN && (inbox.isOverrun() || channel.isOverrun())) {
            finish("we cannot keep up with what the server sends; it is asked for everything anew");
        }
        for (int i = 0; i < AT_ONCE; i++) {
            TkvFrame next = state == State.OPEN && reading ? inbox.peek() : null;
            Integer their = next == null ? null : next.message().integer(face.referenceAttribute());
            if (next == null || their != null && sendsUnderWay > 0 && references.mustWait(their)) {
                return;
            }
            inbox.remove();
            face.received(their == null ? next : referring(next, references.our(their), their), this);
        }
        thread.execute(this::drain);
    }

    private TkvFrame referring(TkvFrame frame, Integer our, int their) {
        if (our != null && our == their) {
            return frame;
        }
        Message.Builder message = Message.of(frame.message().number());
        for (Message.Attribute attribute : frame.message().attributes()) {
            message.with(attribute.id(), attribute.id() == face.referenceAttribute() ? our : attribute.value());
        }
        return frame(message.build());
    }

    private void finish(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        boolean closing = state == State.CLOSING;
        state = State.CLOSED;
        over = true;
        limit.cancel();
        later.cancel();
        inbox.clear();
        if (closing) {
            channel.insist();
        } else {
            channel.close();
        }
        channel.release();
        listener.closed(this, reason);
    }
}
