package org.engageconnector.platformsdk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Our references and the SDK's. It is expected to keep ours; where it numbers requests itself both are kept here, the oldest
 * forgotten past a bound. On the session's thread.
 */
final class ReferenceMap {

    private static final int MOST = 200_000;

    private final Map<Integer, Integer> ours = new LinkedHashMap<>();
    private final Map<Integer, Integer> theirs = new HashMap<>();
    private boolean known;
    private boolean overwrites;

    /** A request was sent with our reference, and had theirs afterwards. */
    void sent(int our, int their) {
        known = true;
        overwrites |= our != their;
        if (!overwrites) {
            return;
        }
        ours.put(their, our);
        theirs.put(our, their);
        if (ours.size() > MOST) {
            Integer oldest = ours.keySet().iterator().next();
            theirs.remove(ours.remove(oldest));
        }
    }

    /** Whether a message with that reference may be about a request whose sending is not finished. */
    boolean mustWait(int their) {
        return (!known || overwrites) && !ours.containsKey(their);
    }

    /** Ours for theirs; {@code null} when theirs means nothing to us. */
    Integer our(int their) {
        return overwrites ? ours.get(their) : (Integer) their;
    }

    /** Theirs for ours. */
    int their(int our) {
        return theirs.getOrDefault(our, our);
    }
}
