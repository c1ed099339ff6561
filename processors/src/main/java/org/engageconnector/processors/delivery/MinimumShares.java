package org.engageconnector.processors.delivery;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets no path of a role starve another: while several paths wait for slots, each gets slots in proportion to its share
 * (stride scheduling); a path that waits alone gets all. Not thread-safe.
 */
final class MinimumShares {

    /** A path that did not ask for this long is not waiting any more. */
    private static final long WAITS_FOR = 500_000_000L;

    private final Map<String, Double> shares;
    private final Map<String, Lane> lanes = new HashMap<>();
    private double clock;

    private static final class Lane {
        double turn;
        long askedAt;
        boolean waiting;
    }

    /** @param shares part of the slots by path, each above 0; a path that is not named has the smallest named share, or 1 */
    MinimumShares(Map<String, Double> shares) {
        this.shares = Map.copyOf(shares);
    }

    /** True when it is this path's turn. */
    boolean turnOf(String path, long now) {
        Lane mine = lane(path);
        for (Lane other : lanes.values()) {
            boolean waits = other.waiting && now - other.askedAt < WAITS_FOR;
            if (other != mine && waits && other.turn < mine.turn) {
                return false;
            }
        }
        return true;
    }

    void refused(String path, long now) {
        Lane lane = lane(path);
        if (!lane.waiting) {
            // silence earns no credit
            lane.turn = Math.max(lane.turn, clock);
        }
        lane.waiting = true;
        lane.askedAt = now;
    }

    void granted(String path) {
        Lane lane = lane(path);
        clock = Math.max(clock, lane.turn);
        lane.turn = Math.max(lane.turn, clock) + 1 / share(path);
        lane.waiting = false;
    }

    private double share(String path) {
        Double own = shares.get(path);
        return own != null ? own : shares.values().stream().min(Double::compare).orElse(1.0);
    }

    private Lane lane(String path) {
        return lanes.computeIfAbsent(path, name -> new Lane());
    }
}
