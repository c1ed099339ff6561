package org.engageconnector.simulators.engage.play;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.engageconnector.simulators.engage.scenario.Cast;
import org.engageconnector.simulators.engage.scenario.Scenario;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteAgent;
import org.engageconnector.simulators.site.SiteQueue;
import org.engageconnector.simulators.site.SiteSwitch;

/** Begins calls: finds who is free, binds the scenario and plans all it makes happen. On the timetable's thread but for the counters. */
final class Calls {

    private final Site site;
    private final Cast cast;
    private final CallBinder binder;
    private final AgentShifts shifts;
    private final Timetable timetable;
    private final AgentShifts.StateTeller teller;
    private final Stage stage;
    private final RandomGenerator random;
    private final boolean remember;
    private final Map<String, AgentPool<String>> spares = new LinkedHashMap<>();
    private final List<PlayedCall> played = new ArrayList<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final AtomicInteger expected = new AtomicInteger();

    Calls(
            Site site,
            Cast cast,
            CallBinder binder,
            AgentShifts shifts,
            Timetable timetable,
            AgentShifts.StateTeller teller,
            Stage stage,
            RandomGenerator random,
            boolean remember) {
        this.site = site;
        this.cast = cast;
        this.binder = binder;
        this.shifts = shifts;
        this.timetable = timetable;
        this.teller = teller;
        this.stage = stage;
        this.random = random;
        this.remember = remember;
        for (SiteSwitch s : site.switches()) {
            AgentPool<String> pool = new AgentPool<>();
            s.spareExtensions().forEach(dn -> pool.add(dn, 0));
            spares.put(s.name(), pool);
        }
    }

    /** Begins a call on one of the switches; {@code null}, and counted, when too few agents are free there. */
    PlayedCall start(Scenario scenario, long at) {
        List<SiteSwitch> able = site.switches().stream()
                .filter(s -> !scenario.unmappedQueue(cast) || hasUnmappedQueue(s))
                .toList();
        SiteSwitch where = able.get(random.nextInt(able.size()));
        List<String> symbols = List.copyOf(scenario.agents(cast));
        List<SiteAgent> agents = shifts.take(where.name(), symbols.size(), at);
        List<String> extensions = agents == null
                ? null
                : spares.get(where.name()).take(binder.sparesOf(scenario).size(), at, random);
        if (extensions == null) {
            skipped.incrementAndGet();
            if (agents != null) {
                agents.forEach(a -> shifts.giveBack(a, at));
            }
            return null;
        }
        Map<String, SiteAgent> bound = new LinkedHashMap<>();
        Iterator<SiteAgent> next = agents.iterator();
        symbols.forEach(symbol -> bound.put(symbol, next.next()));
        List<String> queues = site.queuesOf(where.name()).stream()
                .filter(SiteQueue::mapped)
                .map(SiteQueue::number)
                .toList();
        BoundCall call = binder.bind(scenario, where.name(), bound, queues, extensions, at);
        note(call.call());
        plan(call);
        long free = call.call().end() + PlayOptions.REST_MILLIS;
        long last = call.events().get(call.events().size() - 1).at();
        timetable.plan(last, due -> {
            ended.incrementAndGet();
            agents.forEach(a -> shifts.giveBack(a, free));
            extensions.forEach(dn -> spares.get(where.name()).add(dn, free));
        });
        return call.call();
    }

    /** The calls begun so far; empty when nothing is remembered. */
    List<PlayedCall> played() {
        synchronized (played) {
            return List.copyOf(played);
        }
    }

    /** Whether every call has ended. */
    boolean idle() {
        return started.get() == ended.get();
    }

    Progress progress(int breaks, int expectedAgentStates) {
        return new Progress(started.get(), ended.get(), skipped.get(), breaks, expected.get(), expectedAgentStates);
    }

    private boolean hasUnmappedQueue(SiteSwitch where) {
        return site.queuesOf(where.name()).stream().anyMatch(q -> !q.mapped());
    }

    private void plan(BoundCall call) {
        for (TimedEvent event : call.events()) {
            timetable.plan(
                    event.at(), due -> stage.event(call.call().switchName(), event.stream(), event.event(), due));
        }
        for (TimedStatus status : call.statuses()) {
            timetable.plan(status.at(), due -> {
                int seconds = (int) (due / 1_000);
                AgentState state = new AgentState(status.status(), seconds, status.callType(), List.of());
                teller.tell(status.employeeId(), state, due);
            });
        }
    }

    private void note(PlayedCall call) {
        started.incrementAndGet();
        expected.addAndGet(call.expect().size());
        if (remember) {
            synchronized (played) {
                played.add(call);
            }
        }
    }
}
