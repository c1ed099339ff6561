package org.engageconnector.processors.configsync.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.DirectoryWriter;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.Fingerprint;
import org.engageconnector.processors.configsync.snapshot.Snapshot;

/** What the other roles need of Engage itself: agents, DNs per switch, tenant name, action codes, {@code hybrid_integration}. */
public final class EngageFacts {

    private static final String TABLE = "facts";
    private static final String DNS = "dns/";

    private final DirectoryWriter directory;
    private final SyncStore store;
    private final Map<String, String> written;
    private boolean transactionWritten;

    /** Reads what it wrote before. */
    public EngageFacts(DirectoryWriter directory, SyncStore store) {
        this.directory = directory;
        this.store = store;
        this.written = new HashMap<>(store.read(TABLE));
    }

    /** Nothing is written any more. */
    void forget() {
        store.clear(TABLE);
        written.clear();
        transactionWritten = false;
    }

    /** All but the agents; needs nothing of Genesys Cloud. */
    public void write(Snapshot snapshot) {
        if (!directory.tenantName().filter(snapshot.tenantName()::equals).isPresent()) {
            directory.putTenantName(snapshot.tenantName());
        }
        if (!directory.actionCodes().equals(snapshot.actionCodes())) {
            directory.putActionCodes(snapshot.actionCodes());
        }
        // Compared as it is read back, so that no fingerprint of a secret is kept; and written once by every process,
        // since a
        // new ex.secret-key changes how it is stored.
        if (!transactionWritten || !directory.transaction().equals(snapshot.transaction())) {
            directory.putTransaction(snapshot.transaction());
            transactionWritten = true;
        }
        Map<String, List<Dn>> bySwitch = dns(snapshot);
        Set<String> gone = new HashSet<>(written.keySet());
        gone.removeIf(key -> !key.startsWith(DNS) || bySwitch.containsKey(key.substring(DNS.length())));
        gone.forEach(key -> bySwitch.put(key.substring(DNS.length()), List.of()));
        bySwitch.forEach((switchName, dns) -> {
            if (differs(DNS + switchName, dns)) {
                directory.putDns(switchName, dns);
                note(DNS + switchName, dns);
            }
        });
    }

    /** The agents in scope, with their users as far as they exist. */
    public void writeAgents(Snapshot snapshot, Confirmed confirmed) {
        List<Agent> agents = new ArrayList<>();
        snapshot.persons().values().stream().filter(snapshot::active).forEach(person -> {
            List<Agent.Login> logins = new ArrayList<>();
            snapshot.logins().getOrDefault(person.dbid(), List.of()).forEach(login -> {
                String switchName = snapshot.switches().get(login.switchDbid());
                if (switchName != null) {
                    logins.add(new Agent.Login(login.code(), switchName));
                }
            });
            Confirmed.User user = confirmed.users().get(person.dbid());
            agents.add(new Agent(
                    person.dbid(),
                    person.employeeId(),
                    person.userName(),
                    logins,
                    person.placeDbid(),
                    user == null || !user.active() ? null : user.id()));
        });
        if (differs("agents", agents)) {
            directory.putAgents(agents);
            note("agents", agents);
        }
    }

    private boolean differs(String key, List<?> list) {
        return !Fingerprint.of(list.toArray()).equals(written.get(key));
    }

    private void note(String key, List<?> list) {
        String fingerprint = Fingerprint.of(list.toArray());
        store.write(TABLE, Map.of(key, fingerprint), List.of());
        written.put(key, fingerprint);
    }

    private static Map<String, List<Dn>> dns(Snapshot snapshot) {
        Map<Long, Long> persons = personByPlace(snapshot);
        Map<String, List<Dn>> bySwitch = new TreeMap<>();
        for (Snapshot.ConfigDn dn : snapshot.dns()) {
            String switchName = snapshot.switches().get(dn.switchDbid());
            if (switchName != null) {
                bySwitch.computeIfAbsent(switchName, name -> new ArrayList<>())
                        .add(new Dn(
                                dn.number(),
                                switchName,
                                type(dn.type()),
                                dn.dbid(),
                                dn.name(),
                                dn.placeDbid(),
                                dn.placeDbid() == 0 ? 0 : persons.getOrDefault(dn.placeDbid(), 0L)));
            }
        }
        return bySwitch;
    }

    /** A place that is the default one of two agents tells nobody's identity. */
    private static Map<Long, Long> personByPlace(Snapshot snapshot) {
        Map<Long, Long> persons = new HashMap<>();
        snapshot.persons().values().stream()
                .filter(snapshot::active)
                .filter(person -> person.placeDbid() != 0)
                .forEach(person -> persons.merge(person.placeDbid(), person.dbid(), (one, other) -> 0L));
        return persons;
    }

    private static Dn.Type type(int type) {
        return switch (type) {
            case 1 -> Dn.Type.EXTENSION;
            case 4 -> Dn.Type.ROUTE_POINT;
            case 5 -> Dn.Type.VIRTUAL_QUEUE;
            default -> Dn.Type.OTHER;
        };
    }
}
