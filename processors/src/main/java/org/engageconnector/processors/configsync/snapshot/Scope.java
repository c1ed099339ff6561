package org.engageconnector.processors.configsync.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which agents are synced (setting {@code ex.config-sync.scope}).
 *
 * @param kind all of the tenant, those marked in their annex, or those of some agent groups
 * @param groups names of agent groups, for the third kind only
 */
public record Scope(Kind kind, Set<String> groups) {

    /** The three ways to choose agents. */
    public enum Kind {
        ALL,
        ANNEX,
        AGENT_GROUPS
    }

    public Scope {
        groups = Set.copyOf(groups);
    }

    /** Reads {@code all}, {@code annex} or {@code agent-groups=<name>,<name>}; throws {@link IllegalArgumentException} else. */
    public static Scope parse(String setting) {
        String text = setting.trim();
        if (text.equals("all")) {
            return new Scope(Kind.ALL, Set.of());
        }
        if (text.equals("annex")) {
            return new Scope(Kind.ANNEX, Set.of());
        }
        if (text.startsWith("agent-groups=")) {
            Set<String> names = Arrays.stream(
                            text.substring("agent-groups=".length()).split(","))
                    .map(String::trim)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            if (!names.isEmpty()) {
                return new Scope(Kind.AGENT_GROUPS, names);
            }
        }
        throw new IllegalArgumentException("ex.config-sync.scope is \"" + text
                + "\"; use all, annex, or agent-groups=<name>,<name> with at least one name");
    }

    /** The queries that a snapshot of this scope runs, in their order. */
    public List<Query> queries() {
        return Arrays.stream(Query.values()).filter(this::needs).toList();
    }

    private boolean needs(Query query) {
        return switch (query) {
            case SCOPE_ANNEX -> kind == Kind.ANNEX;
            case SCOPE_AGENT_GROUPS -> kind == Kind.AGENT_GROUPS;
            default -> true;
        };
    }
}
