package org.engageconnector.simulators.engage.play;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteAgent;
import org.engageconnector.simulators.site.SiteSwitch;

/** What agents do beside calls: log in, take breaks, come back. On the timetable's thread but for the counters. */
final class AgentShifts {

    /** Tells a state of an agent to Stat Server's clients and to whoever keeps the expectations; {@code at} in milliseconds. */
    interface StateTeller {
        void tell(String employeeId, AgentState state, long at);
    }

    private static final int MODE_UNKNOWN = 0;
    private static final int MODE_AUTO_IN = 2;
    private static final int MODE_AUX_WORK = 4;
    private static final long LOGIN_TO_READY_MILLIS = 1_500;

    /** From an agent's login to the first call or break, in milliseconds. */
    static final long LOGIN_TO_FREE_MILLIS = LOGIN_TO_READY_MILLIS + 1_000;

    private final Timetable timetable;
    private final StateTeller teller;
    private final Stage stage;
    private final RandomGenerator random;
    private final List<String> reasonCodes;
    private final Map<String, SiteAgent> agents = new LinkedHashMap<>();
    private final Map<String, AgentPool<SiteAgent>> pools = new HashMap<>();
    private final Map<String, Integer> notReadySince = new HashMap<>();
    private final Set<String> loggedIn = new HashSet<>();
    private final AtomicInteger breaks = new AtomicInteger();
    private final AtomicInteger onBreak = new AtomicInteger();

    AgentShifts(Site site, Timetable timetable, StateTeller teller, Stage stage, RandomGenerator random) {
        this.timetable = timetable;
        this.teller = teller;
        this.stage = stage;
        this.random = random;
        this.reasonCodes =
                List.copyOf(site.actionCodes().keySet().stream().sorted().toList());
        for (SiteSwitch s : site.switches()) {
            pools.put(s.name(), new AgentPool<>());
        }
        site.agents().forEach(a -> agents.put(a.employeeId(), a));
    }

    /** What an agent's state is before the run; all are logged out when nothing else is said. */
    void startsWith(String employeeId, AgentState state) {
        if (state.status() != AgentState.LOGGED_OUT) {
            loggedIn.add(employeeId);
        }
    }

    /** Everyone who is not logged in does so, not ready, and gets ready a little later. */
    void logIn(long start, long overMillis) {
        int n = 0;
        for (SiteAgent agent : agents.values()) {
            if (loggedIn.contains(agent.employeeId())) {
                giveBack(agent, start);
                continue;
            }
            long at = start + overMillis * n++ / agents.size();
            timetable.plan(at, due -> logIn(agent, due));
            timetable.plan(
                    at + LOGIN_TO_READY_MILLIS,
                    due -> change(agent.employeeId(), AgentState.WAIT_FOR_NEXT_CALL, Map.of(), due));
            giveBack(agent, at + LOGIN_TO_FREE_MILLIS);
        }
    }

    /** A free agent, if there is one, is away for 5 to 15 s: most with a reason, some change it half-way, some log out. */
    void takeBreak(long at) {
        List<String> switches = pools.keySet().stream().sorted().toList();
        List<SiteAgent> taken = take(switches.get(random.nextInt(switches.size())), 1, at);
        if (taken == null) {
            return;
        }
        SiteAgent agent = taken.get(0);
        long back = at + 5_000 + random.nextLong(10_000);
        breaks.incrementAndGet();
        onBreak.incrementAndGet();
        int kind = random.nextInt(6);
        if (kind == 0) {
            change(agent.employeeId(), AgentState.LOGGED_OUT, Map.of(), at);
            timetable.plan(back - LOGIN_TO_READY_MILLIS, due -> logIn(agent, due));
        } else {
            change(agent.employeeId(), AgentState.NOT_READY_FOR_NEXT_CALL, reason(), at);
        }
        if (kind == 1) {
            timetable.plan(
                    (at + back) / 2,
                    due -> change(agent.employeeId(), AgentState.NOT_READY_FOR_NEXT_CALL, reason(), due));
        }
        timetable.plan(back, due -> {
            change(agent.employeeId(), AgentState.WAIT_FOR_NEXT_CALL, Map.of(), due);
            giveBack(agent, due + 1_000);
            onBreak.decrementAndGet();
        });
    }

    /** An agent changes state outside of calls. A not-ready agent who changes the reason keeps the status time. */
    void change(String employeeId, int status, Map<String, String> reasons, long at) {
        SiteAgent agent = agents.get(employeeId);
        int seconds = (int) (at / 1_000);
        int statusTime = seconds;
        if (status == AgentState.NOT_READY_FOR_NEXT_CALL) {
            statusTime = notReadySince.computeIfAbsent(employeeId, e -> seconds);
            event(agent, TServerMessage.EVENT_AGENT_NOT_READY, MODE_AUX_WORK, reasons, at);
        } else {
            notReadySince.remove(employeeId);
            boolean out = status == AgentState.LOGGED_OUT;
            event(
                    agent,
                    out ? TServerMessage.EVENT_AGENT_LOGOUT : TServerMessage.EVENT_AGENT_READY,
                    out ? MODE_UNKNOWN : MODE_AUTO_IN,
                    Map.of(),
                    at);
        }
        List<KeyValueList.Pair> pairs = reasons.entrySet().stream()
                .map(r -> new KeyValueList.Pair(r.getKey(), r.getValue()))
                .toList();
        teller.tell(employeeId, new AgentState(status, statusTime, null, pairs), at);
    }

    /** Takes free agents of a switch; {@code null} when there are too few. */
    List<SiteAgent> take(String switchName, int count, long at) {
        return pools.get(switchName).take(count, at, random);
    }

    /** An agent is free again from a time on, in milliseconds since 1970. */
    void giveBack(SiteAgent agent, long freeFrom) {
        pools.get(agent.switchName()).add(agent, freeFrom);
    }

    int breaks() {
        return breaks.get();
    }

    /** Whether nobody is on a break. */
    boolean idle() {
        return onBreak.get() == 0;
    }

    private void logIn(SiteAgent agent, long at) {
        event(agent, TServerMessage.EVENT_AGENT_LOGIN, MODE_UNKNOWN, Map.of(), at);
        change(agent.employeeId(), AgentState.NOT_READY_FOR_NEXT_CALL, Map.of(), at);
    }

    private Map<String, String> reason() {
        return Map.of("ReasonCode", reasonCodes.get(random.nextInt(reasonCodes.size())));
    }

    private void event(SiteAgent agent, int number, int workMode, Map<String, String> reasons, long at) {
        stage.event(
                agent.switchName(),
                Stream.EXTENSION,
                EventMessages.agentEvent(number, agent.dn(), agent.loginCode(), workMode, reasons),
                at);
    }
}
