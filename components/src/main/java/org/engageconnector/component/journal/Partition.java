package org.engageconnector.component.journal;

/**
 * A part of a journal that has one owner.
 *
 * @param journal for example {@code engage-events}
 * @param name what the rules call it: a SIP Server pair, or the journal's own name where it has one partition
 */
record Partition(String journal, String name) {

    /** The name in keys and leases. */
    String fullName() {
        return journal.equals(name) ? journal : journal + "/" + name;
    }
}
