package org.engageconnector.processors.agentstate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.engageconnector.message.KeyValueList;

/**
 * The mapping as data ({@code config/agent-state-mapping.yaml}): rows are tried top down, the first that matches wins.
 *
 * @param reasons which not-ready reason is which presence
 * @param rows which state is which presence and routing status
 */
record MappingTable(List<Reason> reasons, List<Row> rows) {

    /** Where a row takes its presence from. */
    enum PresenceFrom {
        VALUE,
        REASON,
        LAST_NOT_READY
    }

    /** One rule for reasons; key or value {@code *} matches any. */
    record Reason(String key, String value, SystemPresence presence) {

        boolean matches(String pairKey, Set<String> names) {
            boolean keyFits = key.equals("*") || key.equalsIgnoreCase(pairKey);
            return keyFits && (value.equals("*") || names.contains(value.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * One row.
     *
     * @param statuses {@code null} means any, also numbers nobody knows
     * @param callType {@code null} means any
     * @param wasReady {@code null} means whatever
     * @param presence the value, or what {@code otherwise} says when the named source gives none
     * @param routingStatus {@code null} together with the presence: the row changes nothing
     */
    record Row(
            Set<StatServerStatus> statuses,
            CallType callType,
            Boolean wasReady,
            PresenceFrom presenceFrom,
            SystemPresence presence,
            RoutingStatus routingStatus) {

        boolean matches(int status, int type, boolean ready) {
            boolean statusFits = statuses == null
                    || StatServerStatus.of(status).filter(statuses::contains).isPresent();
            return statusFits
                    && (callType == null || callType.ordinal() == type)
                    && (wasReady == null || wasReady == ready);
        }

        boolean changesNothing() {
            return routingStatus == null;
        }
    }

    /** The row of a state; empty when none matches. */
    Optional<Row> row(int status, int callType, boolean wasReady) {
        return rows.stream()
                .filter(row -> row.matches(status, callType, wasReady))
                .findFirst();
    }

    /**
     * The presence of the first pair that a rule knows, in the order of the pairs.
     *
     * @param actionCodes code to name of the action codes, keys in lower case; a rule may use either
     */
    Optional<SystemPresence> presenceOf(KeyValueList pairs, Map<String, String> actionCodes) {
        for (KeyValueList.Pair pair : pairs.pairs()) {
            String value = String.valueOf(pair.value()).toLowerCase(Locale.ROOT);
            String name = actionCodes.getOrDefault(value, value).toLowerCase(Locale.ROOT);
            Set<String> names = name.equals(value) ? Set.of(value) : Set.of(value, name);
            Optional<SystemPresence> presence = reasons.stream()
                    .filter(rule -> rule.matches(pair.key(), names))
                    .map(Reason::presence)
                    .findFirst();
            if (presence.isPresent()) {
                return presence;
            }
        }
        return Optional.empty();
    }
}
