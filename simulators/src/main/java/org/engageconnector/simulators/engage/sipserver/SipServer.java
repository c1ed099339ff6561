package org.engageconnector.simulators.engage.sipserver;

import static org.engageconnector.message.TServerAttribute.REFERENCE_ID;
import static org.engageconnector.message.TServerAttribute.SERVER_ROLE;
import static org.engageconnector.message.TServerAttribute.THIS_DN;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.net.ClientConnection;
import org.engageconnector.simulators.engage.net.ConnectionHandler;
import org.engageconnector.simulators.engage.net.Listener;
import org.engageconnector.simulators.engage.net.ListenerHost;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.serverlog.ServerLog;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;

/** One member of a pair: its clients, its role, its run. Thread-safe through the pair's lock. */
public final class SipServer implements ConnectionHandler {

    /** ServerRole of the member that serves. */
    public static final int PRIMARY = 0;

    /** ServerRole of the member that stands by. */
    public static final int BACKUP = 1;

    private final SipServerPair pair;
    private final Listener listener;
    private final Requests requests;
    private final Map<ClientConnection, TServerSession> sessions = new LinkedHashMap<>();
    private Stamp stamp;
    private int role;
    private boolean olderRelease;
    private ServerLog log;
    private boolean stopped;

    SipServer(SipServerPair pair, ListenerHost host, String name, int port, int role) {
        this.pair = pair;
        this.role = role;
        this.stamp = new Stamp(pair.freshStartTime(), false);
        this.requests = new Requests(pair, this);
        this.listener = new Listener(host, name, port, this);
    }

    /** Writes a log from now on. @param application the name under which it does */
    void writeLog(ServerLogOptions options, String application) {
        log = new ServerLog(options, application, stamp.serverStartTime() * 1_000L);
    }

    void closeLog() {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    /** Its socket, for addresses and the faults of connections. */
    public Listener listener() {
        return listener;
    }

    /** {@link #PRIMARY} or {@link #BACKUP}. */
    public int role() {
        synchronized (pair.lock()) {
            return role;
        }
    }

    /** ServerStartTime of the present run, in seconds since 1970. */
    public int startTime() {
        synchronized (pair.lock()) {
            return stamp.serverStartTime();
        }
    }

    /** Whether it is of a release that sends no ServerStartTime and no EventSequenceNumber; drops its clients. */
    public void olderRelease(boolean on) {
        synchronized (pair.lock()) {
            olderRelease = on;
            stamp = new Stamp(pair.freshStartTime(), on);
            sessions.clear();
            pair.sessionsChanged();
        }
        listener.dropConnections();
    }

    /** Ends its run: no listener, no clients. */
    void stop() {
        listener.stop();
        synchronized (pair.lock()) {
            stopped = true;
            sessions.clear();
            pair.sessionsChanged();
        }
    }

    /** Begins a new run with a ServerStartTime that the pair never had, and number 1. */
    void start() {
        synchronized (pair.lock()) {
            sessions.clear();
            pair.sessionsChanged();
            stamp = new Stamp(pair.freshStartTime(), olderRelease);
            stopped = false;
            if (log != null) {
                log.newRun(stamp.serverStartTime() * 1_000L);
            }
        }
        listener.start();
    }

    /** How many DNs are watched by some client; 0 when nobody hears of calls. The caller holds the lock. */
    int watched() {
        if (sessions.values().stream().noneMatch(TServerSession::callMonitoring)) {
            return 0;
        }
        Set<String> dns = new HashSet<>();
        sessions.values().forEach(session -> dns.addAll(session.watched()));
        return dns.size();
    }

    /** Changes its role and tells its clients. */
    void become(int newRole) {
        synchronized (pair.lock()) {
            role = newRole;
            pair.sessionsChanged();
            Message event = stamp.stamp(
                    Message.of(TServerMessage.EVENT_PRIMARY_CHANGED).with(SERVER_ROLE, role),
                    System.currentTimeMillis());
            for (TServerSession session : sessions.values()) {
                if (session.registered()) {
                    session.connection().send(event);
                }
            }
        }
    }

    /** Sends an event to every client that watches its DN, or calls: one number for all. The caller holds the lock. */
    void distribute(Stream stream, Message event, long time) {
        Message stamped = stamp.stamp(copy(event), time);
        String dn = event.text(THIS_DN);
        int clients = 0;
        for (TServerSession session : sessions.values()) {
            if (session.registered() && (stream == Stream.CALL ? session.callMonitoring() : session.watches(dn))) {
                session.connection().send(stamped);
                clients++;
            }
        }
        if (log != null) {
            log.event(stream, stamped, time, clients, true);
        }
    }

    /** Takes note of an event that the other member distributes, as its log shows. The caller holds the lock. */
    void standBy(Stream stream, Message event, long time) {
        if (log != null && !stopped) {
            log.event(stream, stamp.stamp(copy(event), time), time, 0, false);
        }
    }

    private static Message.Builder copy(Message event) {
        Message.Builder copy = Message.of(event.number());
        event.attributes().forEach(a -> copy.with(a.id(), a.value()));
        return copy;
    }

    /** Sends a message to one client only, with a number of its own. The caller holds the lock. */
    void answer(TServerSession session, Message.Builder message, long time) {
        Message stamped = stamp.stamp(message, time);
        session.connection().send(stamped);
        if (log != null) {
            log.answer(stamped, time);
        }
    }

    /** Starts an answer that repeats the ReferenceID. */
    static Message.Builder answerTo(Message request, int number) {
        return Message.of(number).with(REFERENCE_ID, request.integer(REFERENCE_ID));
    }

    @Override
    public void opened(ClientConnection connection) {
        synchronized (pair.lock()) {
            sessions.put(connection, new TServerSession(connection));
        }
    }

    @Override
    public void closed(ClientConnection connection) {
        synchronized (pair.lock()) {
            sessions.remove(connection);
            pair.sessionsChanged();
        }
    }

    @Override
    public void received(ClientConnection connection, Message request) {
        synchronized (pair.lock()) {
            TServerSession session = sessions.get(connection);
            if (session != null) {
                if (log != null) {
                    log.request(request, System.currentTimeMillis());
                }
                requests.handle(session, request);
                pair.sessionsChanged();
            }
        }
    }
}
