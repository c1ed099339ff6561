package org.engageconnector.component.engage;

import java.time.Duration;
import org.engageconnector.component.engage.SessionProtocol.Verdict;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.EngageTransport.Connection;
import org.engageconnector.transport.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session with one pair of servers for as long as it is started: a state machine without threads, sockets or a
 * clock of its own. The package documentation has its table.
 *
 * <p>Every call happens on one thread. At most one connection exists at any time: the next is made only after the one before
 * has been reported closed.
 */
public final class EngageSession implements EngageTransport.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(EngageSession.class);

    private final SessionSettings settings;
    private final EngageTransport transport;
    private final SessionTimer timer;
    private final SessionProtocol protocol;
    private final Rotation rotation;
    private final Silence silence;

    // written on the session's thread only; metrics and JMX read it
    private volatile SessionState state = SessionState.STOPPED;
    private Connection connection;
    private SessionTimer.Handle deadline;
    private boolean reading = true;
    private boolean atOnce;
    private long upSince;
    private String why;
    private String lastWarning;
    private Runnable stopped = () -> {};

    public EngageSession(
            SessionSettings settings, EngageTransport transport, SessionTimer timer, SessionProtocol protocol) {
        this.settings = settings;
        this.transport = transport;
        this.timer = timer;
        this.protocol = protocol;
        this.rotation = new Rotation(settings.members(), settings.backOff());
        this.silence = new Silence(timer, settings.keepAlive(), settings.answerTimeout(), this::ping, this::silent);
    }

    public SessionState state() {
        return state;
    }

    /** The member of the present or last connection. */
    public Member member() {
        return rotation.current();
    }

    /** Starts; nothing when it has been started. */
    public void start() {
        if (state == SessionState.STOPPED) {
            connect();
        }
    }

    /** Stops for good; {@code done} runs when no connection is left, at once when there is none. */
    public void stop(Runnable done) {
        stopped = done;
        disarm();
        leaveUp("stopping");
        if (connection == null) {
            state = SessionState.STOPPED;
            stopped.run();
        } else {
            state = SessionState.STOPPING;
            connection.close();
        }
    }

    /** An operator's wish: closes what is there and connects again without any back-off. */
    public void reconnect() {
        if (state == SessionState.WAITING) {
            disarm();
            rotation.reset();
            connect();
        } else if (state != SessionState.STOPPED && state != SessionState.STOPPING) {
            atOnce = true;
            drop("an operator asked for it");
        }
    }

    /** Back-pressure: with false the socket is left unread, and silence is no fault of the server. */
    public void read(boolean on) {
        reading = on;
        silence.pause(!on);
        // until the session is up the socket is read all the same, or a full intake would look like a server without
        // answer
        if (state == SessionState.UP) {
            connection.read(on);
        }
    }

    /** Sends; false when the session is not up. */
    public boolean send(Message message) {
        if (state != SessionState.UP) {
            return false;
        }
        connection.send(message);
        return true;
    }

    @Override
    public void opened(Connection opened) {
        if (opened == connection && state == SessionState.CONNECTING) {
            state = SessionState.REGISTERING;
            arm(settings.answerTimeout(), "no answer to the registration");
            connection.send(protocol.register());
        }
    }

    @Override
    public void received(Connection from, TkvFrame frame) {
        if (from != connection) {
            return;
        }
        silence.heard();
        if (state == SessionState.REGISTERING) {
            register(frame);
        } else if (state == SessionState.UP) {
            judge(frame);
        }
    }

    @Override
    public void closed(Connection from, String reason) {
        if (from != connection) {
            return;
        }
        connection = null;
        disarm();
        if (why == null) {
            why = reason == null ? "the server closed the connection" : reason;
        }
        leaveUp(why);
        if (state == SessionState.STOPPING) {
            state = SessionState.STOPPED;
            stopped.run();
        } else {
            next();
        }
    }

    private void register(TkvFrame frame) {
        switch (protocol.judge(frame.message(), true)) {
            case PRIMARY -> {
                disarm();
                state = SessionState.UP;
                upSince = timer.nanoTime();
                lastWarning = null;
                LOG.info("{}: session up with {}", settings.name(), member());
                silence.start();
                connection.read(reading);
                protocol.up(member(), connection::send, frame);
                protocol.received(frame);
            }
            case NOT_PRIMARY -> drop("the server is not primary");
            case REFUSED ->
                drop("the server refused the registration" + Refusals.describe(frame.message())
                        + "; check the application's name and password, there and here");
            case NONE -> {}
        }
    }

    private void judge(TkvFrame frame) {
        Verdict verdict = protocol.judge(frame.message(), false);
        if (verdict == Verdict.NOT_PRIMARY) {
            rotation.handedOver();
            drop("the server is not primary any more");
        } else if (verdict == Verdict.REFUSED) {
            drop("the server does not know this session any more" + Refusals.describe(frame.message()));
        } else {
            if (verdict == Verdict.PRIMARY) {
                protocol.up(member(), connection::send, frame);
            }
            protocol.received(frame);
        }
    }

    private void connect() {
        why = null;
        state = SessionState.CONNECTING;
        arm(settings.connectTimeout(), "no connection within " + settings.connectTimeout());
        connection = transport.connect(rotation.take(), this);
    }

    private void drop(String reason) {
        why = reason;
        disarm();
        leaveUp(reason);
        state = SessionState.CLOSING;
        connection.close();
    }

    private void leaveUp(String reason) {
        if (state == SessionState.UP) {
            silence.stop();
            // The state changes first: what the protocol does now must not be sent any more.
            state = SessionState.CLOSING;
            rotation.lasted(Duration.ofNanos(timer.nanoTime() - upSince));
            LOG.debug("{}: session down: {}", settings.name(), reason);
            protocol.down();
        }
    }

    private void next() {
        if (atOnce) {
            atOnce = false;
            rotation.reset();
        }
        Duration delay = rotation.delay();
        warn(delay);
        if (delay.isZero()) {
            connect();
        } else {
            state = SessionState.WAITING;
            deadline = timer.schedule(delay, this::connect);
        }
    }

    /** One line per new reason: a server that is away for an hour is one line, not a thousand. */
    private void warn(Duration delay) {
        String warning = member() + ": " + why;
        if (warning.equals(lastWarning)) {
            LOG.debug("{}: {}; next try in {} ms", settings.name(), warning, delay.toMillis());
        } else {
            LOG.warn("{}: {}; next try in {} ms", settings.name(), warning, delay.toMillis());
        }
        lastWarning = warning;
    }

    private void ping() {
        connection.send(protocol.ping());
    }

    private void silent() {
        drop("the server is silent");
    }

    private void arm(Duration limit, String reason) {
        disarm();
        deadline = timer.schedule(limit, () -> drop(reason));
    }

    private void disarm() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }
}
