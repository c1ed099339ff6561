package org.engageconnector.component.tserver;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.SessionProtocol;
import org.engageconnector.component.engage.SessionTimer;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.message.Message;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A T-Server session of one family (docs/protocol.md#t-server): watches what the family watches, and hands over events and
 * the control entries SessionUp, ResyncEnd and SessionDown in the order in which they happened. On the session's thread.
 */
final class TServerProtocol implements SessionProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(TServerProtocol.class);

    static final String SESSION_UP = "SessionUp";
    static final String RESYNC_END = "ResyncEnd";
    static final String SESSION_DOWN = "SessionDown";

    private static final byte[] NO_BYTES = {};
    /** What an entry without bytes counts for in the intake. */
    private static final int CONTROL_BYTES = 128;

    /** Who we are and whom we speak with. */
    record Identity(String server, Family family, String instance, String applicationName, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return server + "/" + family.word();
        }
    }

    private final Identity identity;
    private final Subscription subscription;
    private final SessionTimer timer;
    private final Duration refreshInterval;
    private final EngageMetrics metrics;
    private final BiConsumer<ReceivedFrame, Integer> intake;
    private final SessionView view;

    private References references = new References();
    private int signOfLife;
    private SessionTimer.Handle refresh;
    private String member;
    private int startTime;
    private boolean resyncing;

    /** @param intake takes an entry and its size in bytes */
    TServerProtocol(
            Identity identity,
            Subscription subscription,
            SessionTimer timer,
            Duration refreshInterval,
            EngageMetrics metrics,
            SessionView view,
            BiConsumer<ReceivedFrame, Integer> intake) {
        this.identity = identity;
        this.subscription = subscription;
        this.timer = timer;
        this.refreshInterval = refreshInterval;
        this.metrics = metrics;
        this.view = view;
        this.intake = intake;
    }

    @Override
    public Message register() {
        references = new References();
        signOfLife = 0;
        return Requests.registerClient(identity.applicationName(), identity.password());
    }

    @Override
    public Message ping() {
        signOfLife = references.next();
        return Requests.queryServer(signOfLife);
    }

    @Override
    public Verdict judge(Message message, boolean registering) {
        metrics.received(message);
        view.saw(message.number());
        Verdict verdict = Verdicts.judge(message, registering, signOfLife);
        if (verdict == Verdict.PRIMARY || verdict == Verdict.NOT_PRIMARY) {
            view.role(verdict == Verdict.PRIMARY);
        }
        return verdict;
    }

    @Override
    public void up(Member with, Outlet outlet, TkvFrame first) {
        // The same connection may start anew (switchover, link restored): what happened in between was not seen.
        down();
        member = with.name();
        startTime = first.message().integer(TServerAttribute.SERVER_START_TIME, 0);
        resyncing = true;
        view.linked(true);
        control(SESSION_UP);
        subscription.start(outlet, references);
        refresh = timer.schedule(refreshInterval, this::refresh);
        endResync();
    }

    @Override
    public void received(TkvFrame frame) {
        Message message = frame.message();
        if (Forwarded.contains(message.number())) {
            int runStart = message.integer(TServerAttribute.SERVER_START_TIME, startTime);
            put(new ReceivedFrame(
                    identity.server(),
                    member,
                    identity.family().word(),
                    identity.instance(),
                    runStart,
                    null,
                    message,
                    frame.bytes(),
                    timer.nanoTime()));
        }
        if (message.number() == TServerMessage.EVENT_LINK_DISCONNECTED) {
            linkLost();
        }
        subscription.received(message);
        endResync();
    }

    /**
     * The server sees no calls until its EventLinkConnected, or until its backup takes over. The connection is kept for one or
     * the other to be said on it; what comes on it meanwhile is still handed over.
     */
    private void linkLost() {
        if (view.isLinked()) {
            LOG.warn(
                    "{}: {} has lost its link to the switch; its events are missing until it is back",
                    identity,
                    member);
        }
        view.linked(false);
        down();
    }

    /** Nothing when it is down already. */
    @Override
    public void down() {
        if (refresh == null) {
            return;
        }
        refresh.cancel();
        refresh = null;
        resyncing = false;
        subscription.stop();
        control(SESSION_DOWN);
    }

    /** Must run after a change of the scope. */
    void endResync() {
        if (resyncing && subscription.complete()) {
            resyncing = false;
            control(RESYNC_END);
        }
    }

    private void refresh() {
        refresh = timer.schedule(refreshInterval, this::refresh);
        subscription.refresh();
    }

    private void control(String word) {
        put(new ReceivedFrame(
                identity.server(),
                member,
                identity.family().word(),
                identity.instance(),
                startTime,
                word,
                null,
                NO_BYTES,
                timer.nanoTime()));
    }

    private void put(ReceivedFrame entry) {
        intake.accept(entry, entry.bytes().length + CONTROL_BYTES);
    }
}
