package org.engageconnector.simulators.genesyscloud;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.engageconnector.simulators.genesyscloud.faults.Faults;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Answer.End;
import org.engageconnector.simulators.genesyscloud.http.Answer.Manner;
import org.engageconnector.simulators.genesyscloud.http.Request;

/** What the network does to a request before it is processed, and to its answer afterwards. Guarded by the simulator's lock. */
final class FaultyWay {

    private static final Set<Kind> BEFORE = Set.of(Kind.CLOSE, Kind.RESET, Kind.HALF_OPEN);
    private static final Set<Kind> AFTER = Set.of(
            Kind.STATUS_AFTER,
            Kind.DELAY,
            Kind.LOSE_ANSWER,
            Kind.RESET_ANSWER,
            Kind.CUT_ANSWER,
            Kind.SILENCE,
            Kind.SLOW);

    private final Faults faults;

    FaultyWay(Faults faults) {
        this.faults = faults;
    }

    /** What the client sees when its request never arrives; empty when it does. */
    Optional<Answer> unprocessed(Request request) {
        return faults.hit(fault -> BEFORE.contains(fault.kind()), request.path(), request.arrivedAt())
                .map(fault -> Answer.noContent()
                        .in(new Manner(
                                0,
                                switch (fault.kind()) {
                                    case CLOSE -> End.CLOSED;
                                    case RESET -> End.RESET;
                                    default -> End.SILENT;
                                })));
    }

    /**
     * The answer as it reaches the client.
     *
     * @param gateway completes an answer that the gateway gives in place of the endpoint's
     */
    Answer back(Answer answer, Request request, UnaryOperator<Answer> gateway) {
        Optional<Fault> fault = faults.hit(one -> AFTER.contains(one.kind()), request.path(), request.arrivedAt());
        if (fault.isEmpty()) {
            return answer;
        }
        long delay = fault.get().millis();
        return switch (fault.get().kind()) {
            case STATUS_AFTER -> gateway.apply(StatusFaults.answer(fault.get(), request));
            case LOSE_ANSWER -> answer.in(new Manner(delay, End.CLOSED));
            case RESET_ANSWER -> answer.in(new Manner(delay, End.RESET));
            case CUT_ANSWER -> answer.in(new Manner(delay, End.CUT));
            case SILENCE -> answer.in(new Manner(0, End.SILENT));
            case SLOW -> answer.in(new Manner(delay, End.SLOW));
            default -> answer.in(new Manner(delay, End.WHOLE));
        };
    }
}
