package org.engageconnector.processors.configsync.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Wanted;
import org.engageconnector.processors.configsync.snapshot.Snapshot;

/** What the ID map should say of one object, with the other names by which it is found. Pure, reads live records. */
final class IdMapLines {

    /** @param name {@code null} to keep the one that the map has */
    record Line(MappingType type, String engageId, String id, String name, boolean active, List<String> aliases) {

        Mapping mapping(String knownName, long now) {
            return new Mapping(
                    type, engageId, id, name == null ? knownName : name, active ? "active" : "inactive", now);
        }
    }

    private final Snapshot snapshot;
    private final Wanted wanted;
    private final Supplier<Confirmed> confirmed;
    private final Map<Long, Snapshot.ConfigDn> dns = new HashMap<>();
    private final Map<String, String> codeOfDisplayName = new HashMap<>();

    IdMapLines(Snapshot snapshot, Wanted wanted, Supplier<Confirmed> confirmed) {
        this.snapshot = snapshot;
        this.wanted = wanted;
        this.confirmed = confirmed;
        snapshot.dns().forEach(dn -> dns.put(dn.dbid(), dn));
        wanted.wrapUpCodes().forEach((name, display) -> codeOfDisplayName.putIfAbsent(display, name));
    }

    Optional<Line> user(long dbid) {
        Confirmed.User user = confirmed.get().users().get(dbid);
        if (user == null) {
            return Optional.empty();
        }
        Wanted.User person = wanted.users().get(dbid);
        return Optional.of(new Line(
                MappingType.USER,
                String.valueOf(dbid),
                user.id(),
                person == null ? null : person.name(),
                user.active(),
                user.active() ? personAliases(dbid) : List.of()));
    }

    private List<String> personAliases(long dbid) {
        List<String> aliases = new ArrayList<>();
        Snapshot.Person person = snapshot.persons().get(dbid);
        if (person != null && !person.employeeId().isEmpty()) {
            aliases.add("employeeId:" + person.employeeId());
        }
        for (Snapshot.Login login : snapshot.logins().getOrDefault(dbid, List.of())) {
            String switchName = snapshot.switches().get(login.switchDbid());
            if (switchName != null) {
                aliases.add("login:" + login.code() + "@" + switchName);
            }
        }
        return aliases;
    }

    Optional<Line> queue(long dbid) {
        Confirmed.Queue queue = confirmed.get().queues().get(dbid);
        if (queue == null) {
            return Optional.empty();
        }
        Snapshot.ConfigDn dn = dns.get(dbid);
        String switchName = dn == null ? null : snapshot.switches().get(dn.switchDbid());
        return Optional.of(new Line(
                MappingType.QUEUE,
                String.valueOf(dbid),
                queue.id(),
                queue.name(),
                queue.active(),
                queue.active() && switchName != null ? List.of("vq:" + dn.number() + "@" + switchName) : List.of()));
    }

    Optional<Line> skill(String name) {
        return Optional.ofNullable(confirmed.get().skills().get(name))
                .map(skill -> new Line(MappingType.SKILL, name, skill.id(), name, skill.active(), List.of()));
    }

    /** An attached value matches the Engage name first, then the display name (docs/config-sync.md#what-it-becomes). */
    Optional<Line> wrapUpCode(String name) {
        return Optional.ofNullable(confirmed.get().wrapUpCodes().get(name)).map(code -> {
            boolean alias = code.active()
                    && !wanted.wrapUpCodes().containsKey(code.name())
                    && name.equals(codeOfDisplayName.get(code.name()));
            return new Line(
                    MappingType.WRAPUP_CODE,
                    name,
                    code.id(),
                    code.name(),
                    code.active(),
                    alias ? List.of(code.name()) : List.of());
        });
    }

    Optional<Line> source() {
        return Optional.ofNullable(confirmed.get().source())
                .map(source ->
                        new Line(MappingType.SOURCE, wanted.tenantName(), source.id(), source.name(), true, List.of()));
    }
}
