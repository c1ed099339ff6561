package org.engageconnector.component.journal.delivery;

/** Where an entry stands in its journal: a stream id, ordered as Redis orders them. */
record Position(long millis, long sequence) implements Comparable<Position> {

    static Position of(String id) {
        int dash = id.indexOf('-');
        return new Position(Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
    }

    @Override
    public int compareTo(Position other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compareUnsigned(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return millis + "-" + Long.toUnsignedString(sequence);
    }
}
