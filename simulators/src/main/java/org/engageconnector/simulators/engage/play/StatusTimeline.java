package org.engageconnector.simulators.engage.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.statserver.AgentState;

/**
 * The statuses of one agent during a call. The agent is ready before it.
 *
 * <p>A status that lasts less than {@link #SETTLE_MILLIS} is not told: between a released call and after-call work, or a phone
 * that stops ringing and not ready, Stat Server's agents would otherwise be ready for a blink.
 */
final class StatusTimeline {

    /** How long a status must last to be told, in milliseconds. */
    static final long SETTLE_MILLIS = 200;

    /** How long after the call an agent who was left not ready gets ready again, in milliseconds. */
    private static final long READY_AGAIN_MILLIS = 5_000;

    private final List<TimedStatus> statuses = new ArrayList<>();
    private final DnPhone phone = new DnPhone();
    private final String employeeId;

    private StatusTimeline(String employeeId) {
        this.employeeId = employeeId;
    }

    /**
     * The statuses of an agent.
     *
     * @param events of the call; an agent whom it leaves not ready gets an EventAgentReady that is added to them
     */
    static List<TimedStatus> of(String employeeId, String dn, String loginCode, List<TimedEvent> events) {
        StatusTimeline timeline = new StatusTimeline(employeeId);
        for (TimedEvent event : events) {
            if (event.stream() == Stream.EXTENSION && dn.equals(event.event().text(TServerAttribute.THIS_DN))) {
                timeline.add(event);
            }
        }
        if (timeline.phone.mode() != AgentState.WAIT_FOR_NEXT_CALL) {
            TimedEvent ready = new TimedEvent(
                    events.get(events.size() - 1).at() + READY_AGAIN_MILLIS,
                    Stream.EXTENSION,
                    EventMessages.agentEvent(TServerMessage.EVENT_AGENT_READY, dn, loginCode, 2, Map.of()));
            events.add(ready);
            timeline.add(ready);
        }
        return timeline.settled();
    }

    private void add(TimedEvent event) {
        phone.note(event.event());
        statuses.add(new TimedStatus(event.at(), employeeId, phone.status(), phone.callType()));
    }

    private List<TimedStatus> settled() {
        List<TimedStatus> settled = new ArrayList<>();
        TimedStatus told = new TimedStatus(0, employeeId, AgentState.WAIT_FOR_NEXT_CALL, null);
        TimedStatus pending = null;
        for (TimedStatus status : statuses) {
            if (pending != null && same(pending, status)) {
                continue;
            }
            if (pending != null && status.at() - pending.at() >= SETTLE_MILLIS && !same(told, pending)) {
                settled.add(pending);
                told = pending;
            }
            pending = status;
        }
        if (pending != null && !same(told, pending)) {
            settled.add(pending);
        }
        return settled;
    }

    private static boolean same(TimedStatus one, TimedStatus other) {
        return one.status() == other.status() && Objects.equals(one.callType(), other.callType());
    }
}
