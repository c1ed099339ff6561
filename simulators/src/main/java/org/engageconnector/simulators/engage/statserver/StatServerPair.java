package org.engageconnector.simulators.engage.statserver;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.simulators.engage.net.Hearing;
import org.engageconnector.simulators.engage.net.ListenerHost;

/** A primary and a backup Stat Server, with the states of all agents. Thread-safe: one lock for both. */
public final class StatServerPair {

    private final Object lock = new Object();
    private final String tenantName;
    private final Map<String, Subscription.Kind> kinds = new HashMap<>();
    private final Map<String, StatAgent> agents = new HashMap<>();
    private final Map<String, AgentState> states = new HashMap<>();
    private final Set<String> invalid = new HashSet<>();
    private final Hearing hearing = new Hearing(System.currentTimeMillis());
    private final StatServer first;
    private final StatServer second;
    private volatile boolean refusing;
    private volatile long reasonDelay;
    private int mostOpen;

    /**
     * Adds the routes of both members; they listen when the host starts. The first is primary, all agents are logged out.
     *
     * @param firstPort 0 for any free port
     * @param secondPort 0 for any free port
     */
    public StatServerPair(
            ListenerHost host, String tenantName, Collection<StatAgent> agents, int firstPort, int secondPort) {
        this.tenantName = tenantName;
        kinds.put("CurrentState", Subscription.Kind.STATE);
        kinds.put("CurrentStateReason", Subscription.Kind.REASON);
        agents.forEach(this::addAgent);
        this.first = new StatServer(this, host, "stat-server-1", firstPort, true);
        this.second = new StatServer(this, host, "stat-server-2", secondPort, false);
    }

    /** The member that was primary at the start. */
    public StatServer first() {
        return first;
    }

    /** The member that was backup at the start. */
    public StatServer second() {
        return second;
    }

    /** The member that is primary now. */
    public StatServer primary() {
        return first.primary() ? first : second;
    }

    /** When no client of the primary had all statistics open, in the order of time. */
    public List<Hearing.Span> unheard() {
        synchronized (lock) {
            return hearing.unheard();
        }
    }

    /** Statistics were opened or closed, or a role has changed. The caller holds the lock. */
    void sessionsChanged() {
        mostOpen = Math.max(mostOpen, primary().mostOpen());
        hearing.note(mostOpen > 0 && primary().mostOpen() == mostOpen, System.currentTimeMillis());
    }

    /** Another agent, logged out; or one known before, moved. */
    public void addAgent(StatAgent agent) {
        synchronized (lock) {
            agents.put(agent.employeeId(), agent);
            states.putIfAbsent(agent.employeeId(), AgentState.loggedOut(now()));
        }
    }

    /** How the two statistic types are called here; {@code CurrentState} and {@code CurrentStateReason} at first. */
    public void nameStatisticTypes(String stateType, String reasonType) {
        synchronized (lock) {
            kinds.clear();
            kinds.put(stateType, Subscription.Kind.STATE);
            kinds.put(reasonType, Subscription.Kind.REASON);
        }
    }

    /** What is said of an agent now. */
    public AgentState state(String employeeId) {
        synchronized (lock) {
            return states.get(employeeId);
        }
    }

    /**
     * An agent's state changed: the primary tells its clients. A change of the reasons alone keeps the status time.
     *
     * @param serverTime when, in seconds since 1970
     */
    public void update(String employeeId, AgentState state, int serverTime) {
        synchronized (lock) {
            AgentState old = states.get(employeeId);
            boolean sameStatus = old.status() == state.status() && old.statusTime() == state.statusTime();
            boolean stateChanged = !sameStatus || !Objects.equals(old.callType(), state.callType());
            boolean reasonChanged = !sameStatus || !old.reasons().equals(state.reasons());
            states.put(employeeId, state);
            if (!invalid.contains(employeeId)) {
                primary().tell(employeeId, state, stateChanged, reasonChanged, serverTime);
            }
        }
    }

    /** Tells that an agent's statistics are not monitored now; no values until {@link #validate}. */
    public void invalidate(String employeeId) {
        synchronized (lock) {
            invalid.add(employeeId);
            primary().tellNamed(employeeId, StatServerMessage.EVENT_STATISTIC_INVALID);
        }
    }

    /** Tells that an agent's statistics are monitored again, and their values. */
    public void validate(String employeeId) {
        synchronized (lock) {
            invalid.remove(employeeId);
            primary().tellNamed(employeeId, StatServerMessage.EVENT_STATISTIC_VALID);
            primary().tell(employeeId, states.get(employeeId), true, true, now());
        }
    }

    /** The pair changes roles. */
    public void switchOver() {
        synchronized (lock) {
            StatServer old = primary();
            old.become(false);
            (old == first ? second : first).become(true);
        }
    }

    /** Stops a member; when it was primary, the other takes over at once. */
    public void stop(StatServer member) {
        if (member.primary()) {
            switchOver();
        }
        member.listener().stop();
    }

    /** Starts a stopped member again, as backup. */
    public void start(StatServer member) {
        member.listener().start();
    }

    /** How much later than its CurrentState the CurrentStateReason of a change is told, in milliseconds. */
    public void reasonDelay(long millis) {
        reasonDelay = millis;
    }

    long reasonDelay() {
        return reasonDelay;
    }

    /** Whether clients are refused at RequestRegister. */
    public void refuseClients(boolean on) {
        refusing = on;
    }

    Object lock() {
        return lock;
    }

    String tenantName() {
        return tenantName;
    }

    boolean refusing() {
        return refusing;
    }

    Subscription.Kind kind(String statisticType) {
        return kinds.get(statisticType);
    }

    StatAgent agent(String employeeId) {
        return agents.get(employeeId);
    }

    int now() {
        return (int) (System.currentTimeMillis() / 1_000);
    }
}
