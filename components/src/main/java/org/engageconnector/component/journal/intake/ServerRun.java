package org.engageconnector.component.journal.intake;

/**
 * The events of one server run within a batch: which numbers are near enough to the highest one to be marked in a bitmap
 * (docs/delivery.md#append-once). Not thread-safe.
 */
final class ServerRun {

    static final long FAR = 1_000_000;

    private final String name;
    private final long known;
    private long highest;
    private long lowestMarked = -1;
    private long highestMarked = -1;
    private boolean someFar;

    ServerRun(String name, long known) {
        this.name = name;
        this.known = known;
        this.highest = known;
    }

    /** True when the number gets a bit, false when its event is marked by its hash. */
    boolean marks(long number) {
        if (highest >= 0 && Math.abs(number - highest) > FAR) {
            someFar = true;
            return false;
        }
        highest = Math.max(highest, number);
        lowestMarked = lowestMarked < 0 ? number : Math.min(lowestMarked, number);
        highestMarked = Math.max(highestMarked, number);
        return true;
    }

    String name() {
        return name;
    }

    /** What was taken to be the highest number before this batch; -1 for none. */
    long known() {
        return known;
    }

    long highest() {
        return highest;
    }

    long lowestMarked() {
        return lowestMarked;
    }

    long highestMarked() {
        return highestMarked;
    }

    boolean someFar() {
        return someFar;
    }
}
