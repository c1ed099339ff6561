package org.engageconnector.processors.configsync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Plan;
import org.engageconnector.processors.configsync.plan.Removals;
import org.engageconnector.processors.configsync.plan.SafetyStop;

/**
 * Which part of a plan may be carried out without asking: nothing when the safety stop speaks or tenant and organisation do
 * not belong together, all but the deactivation of adopted users else. What an operator has confirmed may be done.
 *
 * @param reason why something waits; {@code null} when nothing does
 * @param waiting what waits
 * @param allowed what may be done
 * @param nothing true when the run must stop here; false when only {@code waiting} is left out of it
 */
record Permission(String reason, List<Change> waiting, Plan allowed, boolean nothing) {

    /** @param moved why tenant and organisation do not belong together, if so */
    static Permission of(
            Plan plan, Confirmed confirmed, Removals recent, Set<String> confirmedByOperator, Optional<Change> moved) {
        List<Change> whole = new ArrayList<>(plan.changes());
        moved.ifPresent(whole::add);
        if (moved.isPresent() && !confirmedByOperator.contains(moved.get().identity())) {
            return stop(moved.get().label(), whole);
        }
        List<Change> unconfirmed = plan.changes().stream()
                .filter(change -> !confirmedByOperator.contains(change.identity()))
                .toList();
        Optional<String> stop = SafetyStop.judge(new Plan(unconfirmed), confirmed, recent);
        if (stop.isPresent()) {
            return stop(stop.get(), whole);
        }
        List<Change> adopted = unconfirmed.stream()
                .filter(change -> adopted(change, confirmed))
                .toList();
        Set<Change> waiting = new HashSet<>(adopted);
        List<Change> rest = plan.changes().stream()
                .filter(change -> !waiting.contains(change))
                .toList();
        String reason = adopted.isEmpty()
                ? null
                : adopted.size() + " users that were in the organisation before the connector would be set inactive";
        return new Permission(reason, adopted, new Plan(rest), false);
    }

    private static Permission stop(String reason, List<Change> waiting) {
        return new Permission(reason, waiting, new Plan(List.of()), true);
    }

    private static boolean adopted(Change change, Confirmed confirmed) {
        if (change.object() != ObjectKind.USER || change.action() != Action.DEACTIVATE) {
            return false;
        }
        Confirmed.User user = confirmed.users().get(change.dbid());
        return user != null && !user.created();
    }
}
