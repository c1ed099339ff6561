package org.engageconnector.processors.configsync.plan;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is linked to a queue, members or wrap-up codes, and of what that is in doubt since a request about it was begun.
 * Immutable: every change is a new value.
 *
 * @param doubtful may be linked or not, whatever {@code present} says
 */
public record Links<T extends Comparable<T>>(Set<T> present, Set<T> doubtful) {

    /** Those of a queue that is not there yet. */
    static <T extends Comparable<T>> Links<T> none() {
        return new Links<T>(Set.of(), Set.of());
    }

    /** What must be linked so that all of these surely are. */
    Set<T> missing(Set<T> wanted) {
        return without(wanted, without(present, doubtful));
    }

    /** What must be unlinked so that surely nothing but these is linked. */
    Set<T> surplus(Set<T> wanted) {
        return without(with(present, doubtful), wanted);
    }

    /** A request about some is about to be sent. */
    public Links<T> inDoubt(Collection<T> some) {
        return new Links<>(present, with(doubtful, some));
    }

    /** They were linked. */
    public Links<T> added(Collection<T> some) {
        return new Links<>(with(present, some), without(doubtful, some));
    }

    /** They were unlinked, or cannot be linked any more. */
    public Links<T> removed(Collection<T> some) {
        return new Links<>(without(present, some), without(doubtful, some));
    }

    /** Nothing was done with them: the request was refused. */
    public Links<T> unchanged(Collection<T> some) {
        return new Links<>(present, without(doubtful, some));
    }

    /**
     * Some go by another name from now on.
     *
     * @param names new name by old name
     */
    public Links<T> renamed(Map<T, T> names) {
        return new Links<>(renamed(present, names), renamed(doubtful, names));
    }

    private static <T extends Comparable<T>> Set<T> renamed(Set<T> set, Map<T, T> names) {
        Set<T> result = new TreeSet<>();
        set.forEach(each -> result.add(names.getOrDefault(each, each)));
        return result;
    }

    private static <T extends Comparable<T>> Set<T> with(Set<T> set, Collection<T> some) {
        Set<T> result = new TreeSet<>(set);
        result.addAll(some);
        return result;
    }

    private static <T extends Comparable<T>> Set<T> without(Set<T> set, Collection<T> some) {
        Set<T> result = new TreeSet<>(set);
        some.forEach(result::remove);
        return result;
    }
}
