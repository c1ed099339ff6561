package org.engageconnector.processors.conversation;

import java.util.Map;
import org.engageconnector.processors.conversation.state.PartitionState;

/**
 * Whether somebody listened all the time (docs/call-rules.md#coverage). Calls become unconfirmed when call monitoring had no
 * live session in any instance, or another server run took over; where there never was call monitoring, the extensions
 * decide. A restart of one instance while the other listened changes nothing. Times are engine times. One thread at a time.
 */
final class Coverage {

    private static final String CALL = "call ";
    private static final String EXTENSION = "extension ";

    private final PartitionState state;
    private final long confirmAfterReconnect;

    Coverage(PartitionState state, long confirmAfterReconnect) {
        this.state = state;
        this.confirmAfterReconnect = confirmAfterReconnect;
    }

    /** Takes a control entry; true when from now on all calls wait to be confirmed. */
    boolean control(String word, String family, Map<String, String> headers, long at) {
        String instance = family + ' ' + headers.get("instance") + ' ';
        String session = instance + headers.get("member");
        state.callsMonitored |= session.startsWith(CALL);
        return switch (word) {
            case "SessionUp" -> {
                // An instance that was killed never said that its session went down
                boolean died = state.sessions.removeIf(known -> known.startsWith(instance)) && gone(instance);
                boolean otherRun = up(session, headers.get("startTime"), at);
                yield died || otherRun;
            }
            case "SessionDown" -> state.sessions.remove(session) && gone(session);
            case "ResyncEnd" -> {
                resynced(at);
                yield false;
            }
            default -> false;
        };
    }

    private boolean up(String session, String startTime, long at) {
        state.sessions.add(session);
        if (!decides(session)) {
            return false;
        }
        long run = number(startTime);
        boolean otherRun = run != 0 && state.startTime != 0 && run != state.startTime;
        if (run != 0) {
            state.startTime = run;
        }
        if (otherRun || state.gap && state.reconnectedAt < 0) {
            state.gap = true;
            state.reconnectedAt = at;
            state.confirmUntil = -1;
        }
        return otherRun;
    }

    /** A session is no more; true when it was the last that decides. */
    private boolean gone(String session) {
        String family = state.callsMonitored ? CALL : EXTENSION;
        boolean covered = state.sessions.stream().anyMatch(other -> other.startsWith(family));
        if (!decides(session) || covered) {
            return false;
        }
        state.gap = true;
        state.reconnectedAt = -1;
        state.confirmUntil = -1;
        return true;
    }

    private void resynced(long at) {
        if (state.gap && state.reconnectedAt >= 0) {
            state.confirmUntil = Math.max(state.confirmUntil, at + confirmAfterReconnect);
        }
    }

    /** Whether the time for confirmation is over; then what was not confirmed is lost. */
    boolean confirmationOver() {
        return state.gap && state.confirmUntil >= 0 && state.clock >= state.confirmUntil;
    }

    /** Ends the time for confirmation; gives the time of the reconnect. */
    long closeGap() {
        long reconnectedAt = state.reconnectedAt;
        state.gap = false;
        state.reconnectedAt = -1;
        state.confirmUntil = -1;
        return reconnectedAt;
    }

    private boolean decides(String session) {
        return session.startsWith(state.callsMonitored ? CALL : EXTENSION);
    }

    private static long number(String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
