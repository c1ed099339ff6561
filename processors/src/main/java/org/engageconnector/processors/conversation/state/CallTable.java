package org.engageconnector.processors.conversation.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.processors.conversation.evidence.Evidence;

/**
 * Finds conversations: by the CallUUID of their main call or a consult, by ConnID, by the DN of a leg. A call is keyed by its
 * CallUUID; ConnID is only an index, it may change (docs/call-rules.md#call). One thread at a time.
 */
public final class CallTable {

    private final Map<String, Conversation> byCall = new HashMap<>();
    private final Map<String, Conversation> byMain = new HashMap<>();
    private final Map<Long, String> byConn = new HashMap<>();
    private final Map<String, Set<String>> byDn = new HashMap<>();
    /** Consults that named a parent ConnID nobody knows yet. */
    private final Map<Long, Set<String>> orphans = new HashMap<>();

    public Conversation find(String call) {
        return call == null ? null : byCall.get(call);
    }

    public String callOf(Long conn) {
        return conn == null ? null : byConn.get(conn);
    }

    public Collection<Conversation> all() {
        return byMain.values();
    }

    public int size() {
        return byMain.size();
    }

    public Conversation open(String call, long at) {
        Conversation conversation = new Conversation(call);
        conversation.lastAt = at;
        conversation.calls.put(call, new CallFacts(call, at));
        add(conversation);
        return conversation;
    }

    /** Puts a conversation with all its calls, ConnIDs and DNs into the indexes. */
    public void add(Conversation conversation) {
        byMain.put(conversation.main, conversation);
        for (CallFacts facts : conversation.calls.values()) {
            byCall.put(facts.uuid, conversation);
            facts.conns.forEach(conn -> byConn.put(conn, facts.uuid));
        }
        index(conversation);
    }

    public void remove(Conversation conversation) {
        byMain.remove(conversation.main, conversation);
        for (CallFacts facts : conversation.calls.values()) {
            byCall.remove(facts.uuid, conversation);
            for (Long conn : facts.conns) {
                byConn.remove(conn, facts.uuid);
                forget(orphans, conn, facts.uuid);
            }
        }
        for (Leg leg : conversation.table.legs()) {
            forget(byDn, leg.dn, conversation.main);
        }
    }

    /** Learns a ConnID of a call; gives the consults that waited for it as their parent. */
    public Set<String> learn(CallFacts facts, Long conn) {
        if (conn == null || facts.uuid.equals(byConn.get(conn))) {
            return Set.of();
        }
        byConn.put(conn, facts.uuid);
        if (!facts.conns.contains(conn) && facts.conns.size() < 32) {
            facts.conns.add(conn);
        }
        Set<String> waiting = orphans.remove(conn);
        return waiting == null ? Set.of() : waiting;
    }

    public void awaitParent(String call, Long parentConn) {
        orphans.computeIfAbsent(parentConn, c -> new HashSet<>()).add(call);
    }

    /** Makes a call a consult of another conversation, with all evidence it has. */
    public List<Evidence> attach(Conversation consult, Conversation parent, String parentCall) {
        List<Evidence> log = new ArrayList<>(consult.log);
        remove(consult);
        for (CallFacts facts : consult.calls.values()) {
            facts.parent = facts.uuid.equals(consult.main) ? parentCall : facts.parent;
            parent.calls.put(facts.uuid, facts);
        }
        add(parent);
        return log;
    }

    /** Keeps the DN index in step with new legs. */
    public void index(Conversation conversation) {
        if (conversation.indexedLegs == conversation.table.legs().size()) {
            return;
        }
        conversation.indexedLegs = conversation.table.legs().size();
        for (Leg leg : conversation.table.legs()) {
            if (leg.isInternal()) {
                byDn.computeIfAbsent(leg.dn, dn -> new HashSet<>(4)).add(conversation.main);
            }
        }
    }

    /** The conversations that have or had a leg on a DN. */
    public List<Conversation> at(String dn) {
        Set<String> mains = byDn.get(dn);
        if (mains == null) {
            return List.of();
        }
        List<Conversation> conversations = new ArrayList<>(mains.size());
        for (String main : mains) {
            Conversation conversation = byMain.get(main);
            if (conversation != null) {
                conversations.add(conversation);
            }
        }
        return conversations;
    }

    private static <K> void forget(Map<K, Set<String>> index, K key, String value) {
        Set<String> values = index.get(key);
        if (values != null && values.remove(value) && values.isEmpty()) {
            index.remove(key);
        }
    }
}
