package org.engageconnector.simulators.engage.sipserver;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.message.Message;
import org.engageconnector.simulators.engage.net.Hearing;
import org.engageconnector.simulators.engage.net.ListenerHost;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;

/**
 * A primary and a backup SIP Server of one switch, with the calls and agents they both know. Thread-safe: one lock for both.
 */
public final class SipServerPair {

    /** AddressType of an extension. */
    public static final int EXTENSION = 1;

    /** AddressType of a virtual queue or route point. */
    public static final int QUEUE = 3;

    private final Object lock = new Object();
    private final String switchName;
    private final String password;
    private final Map<String, Integer> addressTypes = new ConcurrentHashMap<>();
    private final LiveCalls calls = new LiveCalls();
    private final DnAgents agents = new DnAgents();
    private final Hearing hearing = new Hearing(System.currentTimeMillis());
    private final SipServer first;
    private final SipServer second;
    private int lastStartTime = (int) (System.currentTimeMillis() / 1_000) - 10;
    private volatile int refusal;
    private int mostWatched;

    /**
     * Adds the routes of both members; they listen when the host starts. The first is primary.
     *
     * @param switchName the switch they speak for
     * @param password ApplicationPassword that clients must give; empty for none
     * @param dns DNs that can be registered, to {@link #EXTENSION} or {@link #QUEUE}
     * @param firstPort 0 for any free port
     * @param secondPort 0 for any free port
     */
    public SipServerPair(
            ListenerHost host,
            String switchName,
            String password,
            Map<String, Integer> dns,
            int firstPort,
            int secondPort) {
        this.switchName = switchName;
        this.password = password;
        this.addressTypes.putAll(dns);
        this.first = new SipServer(this, host, "sip-server-" + switchName + "-1", firstPort, SipServer.PRIMARY);
        this.second = new SipServer(this, host, "sip-server-" + switchName + "-2", secondPort, SipServer.BACKUP);
    }

    public String switchName() {
        return switchName;
    }

    /** Both members write their logs from now on, as {@code <switch>_1} and {@code <switch>_2}. */
    public void writeLogs(ServerLogOptions options) {
        synchronized (lock) {
            first.writeLog(options, switchName + "_1");
            second.writeLog(options, switchName + "_2");
        }
    }

    /** Ends the logs; what was said is on the disk then. */
    public void closeLogs() {
        synchronized (lock) {
            first.closeLog();
            second.closeLog();
        }
    }

    /** The member that was primary at the start. */
    public SipServer first() {
        return first;
    }

    /** The member that was backup at the start. */
    public SipServer second() {
        return second;
    }

    /** The member that is primary now. */
    public SipServer primary() {
        return first.role() == SipServer.PRIMARY ? first : second;
    }

    /** When the clients of the primary did not hear of calls and all DNs together, in the order of time. */
    public List<Hearing.Span> unheard() {
        synchronized (lock) {
            return hearing.unheard();
        }
    }

    /** A session, or a role, has changed. The caller holds the lock. */
    void sessionsChanged() {
        int watched = primary().watched();
        mostWatched = Math.max(mostWatched, watched);
        hearing.note(watched > 0 && watched == mostWatched, System.currentTimeMillis());
    }

    /** How many calls are live. */
    public int liveCalls() {
        synchronized (lock) {
            return calls.size();
        }
    }

    /**
     * Something happened: both members take note, the primary tells its clients.
     *
     * @param event without time, start time and number
     * @param time when it happened, in milliseconds since 1970
     */
    public void publish(Stream stream, Message event, long time) {
        synchronized (lock) {
            if (stream == Stream.CALL) {
                calls.note(event, time);
            } else {
                agents.note(event);
            }
            SipServer primary = primary();
            primary.distribute(stream, event, time);
            (primary == first ? second : first).standBy(stream, event, time);
        }
    }

    /** The pair changes roles: the backup becomes primary, clients of both are told. */
    public void switchOver() {
        synchronized (lock) {
            SipServer old = primary();
            SipServer next = old == first ? second : first;
            old.become(SipServer.BACKUP);
            next.become(SipServer.PRIMARY);
        }
    }

    /** Both members become backup until {@link #switchOver} or {@link #promote}. */
    public void noPrimary() {
        synchronized (lock) {
            primary().become(SipServer.BACKUP);
        }
    }

    /** Makes one member primary, the other backup. */
    public void promote(SipServer member) {
        synchronized (lock) {
            SipServer other = member == first ? second : first;
            if (other.role() == SipServer.PRIMARY) {
                other.become(SipServer.BACKUP);
            }
            member.become(SipServer.PRIMARY);
        }
    }

    /** Stops a member; when it was primary, the other takes over at once with all calls. */
    public void stop(SipServer member) {
        synchronized (lock) {
            if (member.role() == SipServer.PRIMARY) {
                switchOver();
            }
        }
        member.stop();
    }

    /** Starts a stopped member again, with a new ServerStartTime. */
    public void start(SipServer member) {
        member.start();
    }

    /** Restarts a member with a new ServerStartTime, in its present role and with the calls it had. */
    public void restart(SipServer member) {
        member.stop();
        member.start();
    }

    /** Both members restart with new start times and no calls: what was going on is lost. */
    public void loseEverything() {
        first.stop();
        second.stop();
        synchronized (lock) {
            calls.clear();
        }
        first.start();
        second.start();
    }

    /** Which error every RequestRegisterClient gets: 1, 2 or 3; 0 accepts again. */
    public void refuseClients(int errorCode) {
        refusal = errorCode;
    }

    /** Makes a DN known, or unknown with {@code null}: registering it is then refused with error 59. */
    public void configureDn(String number, Integer addressType) {
        if (addressType == null) {
            addressTypes.remove(number);
        } else {
            addressTypes.put(number, addressType);
        }
    }

    /** A ServerStartTime that no run of this pair had. The caller holds the lock, or is the constructor. */
    int freshStartTime() {
        int now = (int) (System.currentTimeMillis() / 1_000);
        lastStartTime = Math.max(lastStartTime + 1, now - 5);
        return lastStartTime;
    }

    Object lock() {
        return lock;
    }

    LiveCalls calls() {
        return calls;
    }

    DnAgents agents() {
        return agents;
    }

    String password() {
        return password;
    }

    int refusal() {
        return refusal;
    }

    Integer addressType(String dn) {
        return addressTypes.get(dn);
    }
}
