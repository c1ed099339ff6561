package org.engageconnector.component.statserver;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.engageconnector.component.engage.SessionProtocol.Outlet;
import org.engageconnector.component.engage.SessionView;

/**
 * The statistics of every agent in scope and their reference ids: two per agent, opened in the order of the queue, closed
 * when the agent leaves. Knows nothing of time; {@link OpenPace} says how fast the queue is worked off. On the session's
 * thread.
 */
final class AgentStatistics {

    /** The two statistics of an agent. */
    private record Pair(Statistic state, Statistic reason) {

        Stream<Statistic> both() {
            return Stream.of(state, reason);
        }

        boolean isInvalid() {
            return state.isInvalid() || reason.isInvalid();
        }
    }

    private final String stateType;
    private final String reasonType;
    private final SessionView view;

    private final Map<String, Pair> agents = new LinkedHashMap<>();
    private final Map<Integer, Statistic> byReference = new HashMap<>();
    private final ArrayDeque<Statistic> queue = new ArrayDeque<>();
    private String tenant = "";
    private Outlet outlet;
    private int lastReference;
    private int askedBeforeRefresh;
    private int open;
    private int refused;

    AgentStatistics(String stateType, String reasonType, SessionView view) {
        this.stateType = stateType;
        this.reasonType = reasonType;
        this.view = view;
    }

    /** A fresh reference id of this connection. */
    int nextReference() {
        return ++lastReference;
    }

    /**
     * A connection is up: everything is to be opened.
     *
     * @return the agents that were invalid on the connection before
     */
    List<String> start(Outlet on) {
        outlet = on;
        requeueAll();
        List<String> invalid = agents.entrySet().stream()
                .filter(agent -> agent.getValue().isInvalid())
                .map(Map.Entry::getKey)
                .toList();
        allStatistics().forEach(statistic -> statistic.invalid(false));
        return invalid;
    }

    /** The connection is down; Stat Server has forgotten all. */
    void stop() {
        outlet = null;
        requeueAll();
    }

    /** @return the agents that left */
    List<String> scope(AgentScope scope) {
        List<String> gone = agents.keySet().stream()
                .filter(id -> !scope.employeeIds().contains(id))
                .toList();
        gone.forEach(this::drop);
        if (!tenant.equals(scope.tenant())) {
            tenant = scope.tenant();
            allStatistics().forEach(this::close);
            requeueAll();
        }
        for (String id : scope.employeeIds()) {
            agents.computeIfAbsent(id, this::wanted);
        }
        return gone;
    }

    /** Whether something can be opened now. */
    boolean hasWork() {
        while (!queue.isEmpty() && queue.peek().state() == Statistic.State.CLOSED) {
            queue.remove();
        }
        return outlet != null && !tenant.isEmpty() && !queue.isEmpty();
    }

    /** Opens the next of the queue; only when {@link #hasWork}. */
    void openNext() {
        Statistic statistic = queue.remove();
        int reference = nextReference();
        byReference.put(reference, statistic);
        statistic.reference(reference);
        become(statistic, Statistic.State.ASKED);
        outlet.send(StatRequests.open(
                reference, statistic.employeeId(), tenant, statistic.isReason() ? reasonType : stateType));
    }

    /** The statistic of a reference id; {@code null} when it is not of this connection, or was closed. */
    Statistic find(Integer reference) {
        return reference == null ? null : byReference.get(reference);
    }

    void opened(Statistic statistic) {
        become(statistic, Statistic.State.OPEN);
    }

    void refused(Statistic statistic) {
        byReference.remove(statistic.reference());
        become(statistic, Statistic.State.REFUSED);
    }

    /** @return whether the agent as a whole became valid or invalid by this */
    boolean invalid(Statistic statistic, boolean now) {
        Pair pair = agents.get(statistic.employeeId());
        boolean before = pair.isInvalid();
        statistic.invalid(now);
        return before != pair.isInvalid();
    }

    /** Queues again what was refused, and what was asked for before the last refresh and never answered. */
    void refresh() {
        allStatistics().forEach(statistic -> {
            boolean lost = statistic.state() == Statistic.State.ASKED && statistic.reference() <= askedBeforeRefresh;
            if (lost) {
                close(statistic);
            }
            if (lost || statistic.state() == Statistic.State.REFUSED) {
                want(statistic);
            }
        });
        askedBeforeRefresh = lastReference;
    }

    private Pair wanted(String id) {
        Pair pair = new Pair(new Statistic(id, false), new Statistic(id, true));
        pair.both().forEach(queue::add);
        return pair;
    }

    private void drop(String id) {
        Pair pair = agents.remove(id);
        pair.both().forEach(statistic -> {
            close(statistic);
            become(statistic, Statistic.State.CLOSED);
        });
    }

    private void close(Statistic statistic) {
        if (byReference.remove(statistic.reference()) != null && outlet != null) {
            outlet.send(StatRequests.close(statistic.reference()));
        }
    }

    private void requeueAll() {
        byReference.clear();
        queue.clear();
        askedBeforeRefresh = 0;
        allStatistics().forEach(this::want);
    }

    private void want(Statistic statistic) {
        statistic.reference(0);
        become(statistic, Statistic.State.WANTED);
        queue.add(statistic);
    }

    private Stream<Statistic> allStatistics() {
        return agents.values().stream().flatMap(Pair::both);
    }

    private void count() {
        view.counts(open, refused);
    }

    /** Every change of a state goes through here, so that the counts need no walk over all agents. */
    private void become(Statistic statistic, Statistic.State state) {
        open += toOne(state, Statistic.State.OPEN) - toOne(statistic.state(), Statistic.State.OPEN);
        refused += toOne(state, Statistic.State.REFUSED) - toOne(statistic.state(), Statistic.State.REFUSED);
        statistic.state(state);
        count();
    }

    private static int toOne(Statistic.State state, Statistic.State counted) {
        return state == counted ? 1 : 0;
    }
}
