package org.engageconnector.component.engage;

import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.engageconnector.message.Message;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.Member;

/**
 * One session on its event loop, with its intake: the thread-safe outside of {@link EngageSession}. No call waits.
 *
 * @param <T> what the session hands over
 */
public final class EngageLink<T> {

    private final String name;
    private final EventLoop loop;
    private final Intake<T> intake;
    private final SessionView view;
    private final EngageSession session;

    /**
     * @param intake what waits to be handed over; it may come from a link before this one
     * @param view what the protocol notes for those who watch
     * @param transport makes the transport of this event loop
     * @param protocol makes the protocol, which puts into the intake
     */
    public EngageLink(
            SessionSettings settings,
            EventLoop loop,
            Intake<T> intake,
            SessionView view,
            Function<EventLoop, EngageTransport> transport,
            Function<SessionTimer, SessionProtocol> protocol) {
        this.name = settings.name();
        this.loop = loop;
        this.intake = intake;
        this.view = view;
        SessionTimer timer = new LoopTimer(loop);
        this.session = new EngageSession(settings, transport.apply(loop), timer, protocol.apply(timer));
    }

    /** The session's name, such as {@code SIP_Alpha/vq}. */
    public String name() {
        return name;
    }

    /** The pair that it is a session with: its name without the family. */
    public String server() {
        int family = name.lastIndexOf('/');
        return family < 0 ? name : name.substring(0, family);
    }

    public Intake<T> intake() {
        return intake;
    }

    /** What the protocol noted of the last message. */
    public SessionView view() {
        return view;
    }

    public SessionState state() {
        return session.state();
    }

    /** Whether events can come: the session is up, and its server is linked to the switch. */
    public boolean isLive() {
        return session.state() == SessionState.UP && view.isLinked();
    }

    /** The member of the present or last connection. */
    public Member member() {
        return session.member();
    }

    public void start() {
        intake.feed(this::read);
        loop.execute(session::start);
    }

    /** @return done when no connection is left */
    public CompletableFuture<Void> stop() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> session.stop(() -> done.complete(null)));
        return done;
    }

    public void reconnect() {
        loop.execute(session::reconnect);
    }

    /** @return whether the session was up and the message went out */
    public CompletableFuture<Boolean> send(Message message) {
        return CompletableFuture.supplyAsync(() -> session.send(message), loop);
    }

    /** Runs something on the session's thread, such as a new scope. */
    public void run(Runnable task) {
        loop.execute(task);
    }

    /** On the loop at once: were it queued there, it could come after the consumer's word to go on. */
    private void read(boolean on) {
        if (loop.inEventLoop()) {
            session.read(on);
        } else {
            loop.execute(() -> session.read(on));
        }
    }
}
