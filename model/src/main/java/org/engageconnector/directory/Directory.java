package org.engageconnector.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what config-sync wrote. Thread-safe. Every call may wait for Redis up to its command time limit and then throws
 * {@link IllegalStateException}; callers on a hot path keep a copy and compare {@link #version()}.
 */
public interface Directory {

    /** How many mappings {@link #forEach} asks for at a time. */
    int PAGE = 1000;

    /** False until config-sync has written a first complete map. */
    boolean ready();

    /** Grows with every change of anything below. */
    long version();

    /** Finds by Engage id or by an alias ({@code employeeId:<id>}, {@code login:<code>@<switch>}, {@code vq:<number>@<switch>}). */
    Optional<Mapping> find(MappingType type, String engageId);

    /** As {@link #find}, many at once: asked id to mapping, missing ones left out. */
    Map<String, Mapping> findAll(MappingType type, Collection<String> engageIds);

    /** A page of one type in the order of Engage ids, after the given one ({@code null}: from the start). */
    List<Mapping> page(MappingType type, @Nullable String after, int limit);

    /** Every mapping of one type in the order of Engage ids, read page by page. */
    default void forEach(MappingType type, Consumer<Mapping> taker) {
        String after = null;
        List<Mapping> page;
        do {
            page = page(type, after, PAGE);
            for (Mapping mapping : page) {
                taker.accept(mapping);
                after = mapping.engageId();
            }
        } while (page.size() == PAGE);
    }

    List<Agent> agents();

    /** The DNs in scope of one switch. */
    List<Dn> dns(String switchName);

    /** The tenant's name in the Config DB; Stat Server wants it. */
    Optional<String> tenantName();

    /** Names of action codes (not-ready reasons): code to name. */
    Map<String, String> actionCodes();

    /** The {@code hybrid_integration} transaction: section, key, value; secrets decrypted. */
    Map<String, Map<String, String>> transaction();

    /** What is missing or unreadable of the directory; empty when it is whole. Until then nothing of it may be used. */
    default Optional<String> damage() {
        return Optional.empty();
    }
}
