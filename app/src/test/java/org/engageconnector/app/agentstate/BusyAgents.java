package org.engageconnector.app.agentstate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.engageconnector.simulators.engage.statserver.StatServerPair;

/** Agents who change state all the time, until they are told to stop; and how each must be shown in the end. */
final class BusyAgents implements AutoCloseable {

    /** States whose mapping does not depend on what was before, so that what is expected needs no rules. */
    private record Choice(int status, Integer callType, String reason, String shown) {}

    private static final List<Choice> CHOICES = List.of(
            new Choice(AgentState.WAIT_FOR_NEXT_CALL, null, null, "onqueue Idle"),
            new Choice(AgentState.CALL_INBOUND, 2, null, "onqueue Interacting"),
            new Choice(AgentState.AFTER_CALL_WORK, null, null, "onqueue Interacting"),
            new Choice(AgentState.NOT_READY_FOR_NEXT_CALL, null, "LUNCH", "meal OffQueue"),
            new Choice(AgentState.NOT_READY_FOR_NEXT_CALL, null, "BREAK", "break OffQueue"),
            new Choice(AgentState.NOT_READY_FOR_NEXT_CALL, null, "OTHER", "busy OffQueue"),
            new Choice(AgentState.LOGGED_OUT, null, null, "offline OffQueue"));

    private final StatServerPair statServers;
    private final int agents;
    private final int perSecond;
    private final Random random = new Random(7);
    private final Map<String, String> expected = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::run, "busy-agents");
    private volatile boolean stopped;
    private int changes;

    BusyAgents(StatServerPair statServers, int agents, int perSecond) {
        this.statServers = statServers;
        this.agents = agents;
        this.perSecond = perSecond;
        for (int i = 1; i <= agents; i++) {
            expected.put("A" + i, "offline OffQueue");
        }
        thread.start();
    }

    private void run() {
        long start = System.nanoTime();
        while (!stopped) {
            int due = (int) ((System.nanoTime() - start) / 1e9 * perSecond);
            while (changes < due) {
                change("A" + (1 + random.nextInt(agents)), CHOICES.get(random.nextInt(CHOICES.size())));
                changes++;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void change(String agent, Choice choice) {
        int now = (int) (System.currentTimeMillis() / 1_000);
        List<KeyValueList.Pair> reasons =
                choice.reason() == null ? List.of() : List.of(new KeyValueList.Pair("ReasonCode", choice.reason()));
        statServers.update(agent, new AgentState(choice.status(), now, choice.callType(), reasons), now);
        expected.put(agent, choice.shown());
    }

    int changes() {
        return changes;
    }

    /** How each agent must be shown; after {@link #close}. */
    Map<String, String> expected() {
        return expected;
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
