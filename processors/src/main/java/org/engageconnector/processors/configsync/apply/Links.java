package org.engageconnector.processors.configsync.apply;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is linked to a queue, members or wrap-up codes, and of what that is in doubt since a request about it was begun.
 *
 * @param doubtful may be linked or not, whatever {@code present} says
 */
record Links<T extends Comparable<T>>(Set<T> present, Set<T> doubtful) {

    /** A request about some is about to be sent. */
    Links<T> inDoubt(Collection<T> some) {
        return new Links<>(present, with(doubtful, some));
    }

    /** They were linked. */
    Links<T> added(Collection<T> some) {
        return new Links<>(with(present, some), without(doubtful, some));
    }

    /** They were unlinked, or cannot be linked any more. */
    Links<T> removed(Collection<T> some) {
        return new Links<>(without(present, some), without(doubtful, some));
    }

    /** Nothing was done with them: the request was refused. */
    Links<T> unchanged(Collection<T> some) {
        return new Links<>(present, without(doubtful, some));
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
