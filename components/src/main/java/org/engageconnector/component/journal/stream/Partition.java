package org.engageconnector.component.journal.stream;

/**
 * A part of a journal that has one owner.
 *
 * @param journal for example {@code engage-events}
 * @param name what the rules call it: a SIP Server pair, or the journal's own name where it has one partition
 */
public record Partition(String journal, String name) {

    /** The name in keys and leases. */
    public String fullName() {
        return journal.equals(name) ? journal : journal + "/" + name;
    }
}
