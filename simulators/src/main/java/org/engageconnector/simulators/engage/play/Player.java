package org.engageconnector.simulators.engage.play;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.engageconnector.simulators.engage.scenario.Cast;
import org.engageconnector.simulators.engage.scenario.Scenario;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.engageconnector.simulators.site.Site;

/**
 * One run of a contact centre: agents log in, take breaks and handle calls, from one seed. Its methods may be called by any
 * thread; everything happens on the thread of its {@link Timetable}.
 */
public final class Player implements AutoCloseable {

    private final PlayOptions options;
    private final Stage stage;
    private final long start;
    private final RandomGenerator random;
    private final ScenarioDeck deck;
    private final AgentShifts shifts;
    private final Calls calls;
    private final Timetable timetable = new Timetable("engage-site");
    private final AgentStateLedger ledger = new AgentStateLedger();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private volatile long lastStart;

    /**
     * A run that begins at a time; nothing happens before {@link #begin}.
     *
     * @param scenarios those that the options' mix names
     * @param start in milliseconds since 1970; also what makes ids fresh
     */
    public Player(Site site, List<Scenario> scenarios, Cast cast, PlayOptions options, Stage stage, long start) {
        this.options = options;
        this.stage = stage;
        this.start = start;
        this.random = new SplittableRandom(options.seed());
        this.deck = new ScenarioDeck(scenarios, options.mix(), random);
        CallBinder binder = new CallBinder(
                cast, site.dispositions().keySet(), new FreshIds(start), random, options.longestGapMillis());
        this.shifts = new AgentShifts(site, timetable, this::tell, stage, random);
        this.calls = new Calls(site, cast, binder, shifts, timetable, this::tell, stage, random, options.remember());
    }

    /** What Stat Server says of an agent before the run; one who is logged in stays so. To be said before {@link #begin}. */
    public void startsWith(String employeeId, AgentState state) {
        shifts.startsWith(employeeId, state);
        if (options.remember()) {
            ledger.note(employeeId, state, 0);
        }
    }

    /**
     * Lets the agents log in and calls come.
     *
     * @param seconds for how long calls and breaks begin, counted from when all are ready; what has begun goes on to its end. 0 for no end
     */
    public void begin(long seconds) {
        long firstCall = start + options.loginMillis() + AgentShifts.LOGIN_TO_FREE_MILLIS;
        lastStart = seconds == 0 ? Long.MAX_VALUE : firstCall + seconds * 1_000;
        // planned in one go on the timetable's own thread, so that nothing happens before all is planned
        timetable.plan(start, due -> {
            shifts.logIn(start, options.loginMillis());
            planCall(firstCall, 0, firstCall);
            if (options.breaksPerSecond() > 0) {
                planBreak(firstCall);
            }
        });
    }

    /** No new calls and breaks from now on. */
    public void stop() {
        lastStart = 0;
    }

    /** Done when nothing new begins and every call has ended. */
    public CompletableFuture<Void> finished() {
        return finished;
    }

    /** Plays one call as soon as may be, whatever the mix. Done with the call once it has begun, or empty-handed: null. */
    public CompletableFuture<PlayedCall> playNow(Scenario scenario) {
        CompletableFuture<PlayedCall> result = new CompletableFuture<>();
        timetable.plan(System.currentTimeMillis(), at -> result.complete(calls.start(scenario, at)));
        return result;
    }

    /** An agent gets a state outside of calls: logged out 23, not ready 8 with reasons, ready 4. */
    public void agentState(String employeeId, int status, Map<String, String> reasons) {
        timetable.plan(System.currentTimeMillis(), at -> shifts.change(employeeId, status, reasons, at));
    }

    public Progress progress() {
        return calls.progress(shifts.breaks(), ledger.size());
    }

    /** The calls begun so far, with what is expected of them. Empty when nothing is remembered. */
    public List<PlayedCall> calls() {
        return calls.played();
    }

    /** What is expected of agent states so far, in order per agent. Empty when nothing is remembered. */
    public List<ExpectedAgentState> agentStates() {
        return ledger.expected();
    }

    @Override
    public void close() {
        timetable.close();
    }

    private void planCall(long firstCall, long n, long at) {
        timetable.plan(at, due -> {
            if (due >= lastStart) {
                finishWhenIdle();
                return;
            }
            calls.start(deck.next(), due);
            // spread inside its slot, so that calls do not come like clockwork
            double slot = 1_000 / options.callsPerSecond();
            planCall(firstCall, n + 1, firstCall + (long) ((n + 1 + 0.9 * random.nextDouble()) * slot));
        });
    }

    private void planBreak(long after) {
        long at = after + (long) ((0.5 + random.nextDouble()) * 1_000 / options.breaksPerSecond());
        timetable.plan(at, due -> {
            if (due < lastStart) {
                shifts.takeBreak(due);
                planBreak(due);
            }
        });
    }

    private void tell(String employeeId, AgentState state, long at) {
        if (options.remember()) {
            ledger.note(employeeId, state, at);
        }
        stage.state(employeeId, state, (int) (at / 1_000));
    }

    private void finishWhenIdle() {
        if (calls.idle() && shifts.idle()) {
            finished.complete(null);
        } else {
            timetable.plan(System.currentTimeMillis() + 100, due -> finishWhenIdle());
        }
    }
}
