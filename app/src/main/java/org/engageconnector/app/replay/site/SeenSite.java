package org.engageconnector.app.replay.site;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.serverlogs.event.LoggedEvent;

/**
 * What the events of a log show of its site: which DNs are extensions, queues and route points, which agents sit where, which keys
 * are attached. One thread at a time.
 */
public final class SeenSite {

    private static final int MOST_DNS = 1_000_000;
    private static final int MOST_KEYS = 10_000;
    private static final int EXTENSION = 1;
    private static final int VIRTUAL_QUEUE = 2;
    private static final int ROUTES = 4;
    private static final int NAMED_AS_QUEUE = 8;
    private static final int STATE = 0xF;
    private static final int QUEUED = 9;

    private final Map<String, Integer> dns = new HashMap<>();
    private final Map<String, String> firstAgent = new HashMap<>();
    private final Set<String> agents = new LinkedHashSet<>();
    private final Map<String, Long> keys = new HashMap<>();

    /** Takes note of an event. */
    public void observe(LoggedEvent event) {
        Message message = event.message();
        int number = message.number();
        if (number >= TServerMessage.EVENT_CALL_CREATED) {
            boolean queued = (message.integer(TServerAttribute.PARTY_STATE, 0) & STATE) == QUEUED;
            note(queued ? message.text(TServerAttribute.DN) : null, ROUTES);
        } else {
            dn(event, message, number);
        }
        if (carriesData(number)) {
            KeyValueList data = message.list(TServerAttribute.USER_DATA);
            if (data != null) {
                data.pairs().forEach(pair -> key(pair.key()));
            }
        }
    }

    private void dn(LoggedEvent event, Message message, int number) {
        String dn = message.text(TServerAttribute.THIS_DN);
        if (number >= TServerMessage.EVENT_QUEUED && number <= TServerMessage.EVENT_ABANDONED) {
            KeyValueList extensions = message.list(TServerAttribute.EXTENSIONS);
            if (event.byClient() || extensions != null && extensions.text("VQID") != null) {
                note(dn, VIRTUAL_QUEUE);
            } else if (number == TServerMessage.EVENT_QUEUED) {
                note(dn, NAMED_AS_QUEUE);
            }
            return;
        }
        if (number == TServerMessage.EVENT_ROUTE_REQUEST || number == TServerMessage.EVENT_ROUTE_USED) {
            note(dn, ROUTES);
            return;
        }
        String agent = message.text(TServerAttribute.AGENT_ID);
        if (ofPhone(number) || agent != null) {
            note(dn, EXTENSION);
            String queue = message.text(TServerAttribute.THIS_QUEUE);
            note(queue != null && !queue.equals(dn) ? queue : null, NAMED_AS_QUEUE);
        }
        if (agent != null && !agent.isEmpty() && dn != null && agents.size() < MOST_DNS) {
            agents.add(agent);
            firstAgent.putIfAbsent(dn, agent);
        }
    }

    private static boolean ofPhone(int number) {
        return number >= TServerMessage.EVENT_RINGING && number <= TServerMessage.EVENT_PARTY_DELETED
                || number >= TServerMessage.EVENT_AGENT_LOGIN && number <= TServerMessage.EVENT_AGENT_NOT_READY
                || number == TServerMessage.EVENT_MUTE_ON
                || number == TServerMessage.EVENT_MUTE_OFF;
    }

    private static boolean carriesData(int number) {
        return number == TServerMessage.EVENT_ATTACHED_DATA_CHANGED
                || number == TServerMessage.EVENT_USER_EVENT
                || number == TServerMessage.EVENT_CALL_DATA_CHANGED;
    }

    private void note(String dn, int flag) {
        if (dn != null && (dns.size() < MOST_DNS || dns.containsKey(dn))) {
            dns.merge(dn, flag, (a, b) -> a | b);
        }
    }

    private void key(String key) {
        if (keys.size() < MOST_KEYS || keys.containsKey(key)) {
            keys.merge(key, 1L, Long::sum);
        }
    }

    /** What a DN seems to be. */
    public DnKind kind(String dn) {
        int flags = dns.getOrDefault(dn, 0);
        if ((flags & VIRTUAL_QUEUE) != 0) {
            return DnKind.VIRTUAL_QUEUE;
        }
        if ((flags & ROUTES) != 0) {
            return DnKind.ROUTE_POINT;
        }
        if ((flags & EXTENSION) != 0) {
            return DnKind.EXTENSION;
        }
        return flags != 0 ? DnKind.ROUTE_POINT : DnKind.UNKNOWN;
    }

    /** The login code that was first seen at a DN; {@code null} when none was. */
    String firstAgentAt(String dn) {
        return firstAgent.get(dn);
    }

    boolean hasAgent(String loginCode) {
        return agents.contains(loginCode);
    }

    /** How many login codes were seen. */
    public int agents() {
        return agents.size();
    }

    /** How many DNs seem to be of a kind. */
    public long count(DnKind kind) {
        return dns.keySet().stream().filter(dn -> kind(dn) == kind).count();
    }

    /** Keys that were attached to calls, and how often. */
    public Map<String, Long> attachedKeys() {
        return Map.copyOf(keys);
    }
}
