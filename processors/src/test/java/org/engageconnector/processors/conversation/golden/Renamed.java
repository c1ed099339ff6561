package org.engageconnector.processors.conversation.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;

/**
 * A golden call played by other people: each play has its own CallUUIDs, ConnIDs, agents and extensions, so that many can run
 * at once. The directory serves all plays.
 */
final class Renamed implements SiteDirectory {

    private static final Set<Integer> DNS = Set.of(
            TServerAttribute.THIS_DN,
            TServerAttribute.OTHER_DN,
            TServerAttribute.THIRD_PARTY_DN,
            TServerAttribute.DN,
            TServerAttribute.ANI,
            TServerAttribute.DIALED_NUMBER);
    private static final Set<Integer> CONNS =
            Set.of(TServerAttribute.CONN_ID, TServerAttribute.PREVIOUS_CONN_ID, TServerAttribute.REF_CONN_ID);

    private final Cast cast;
    private final Map<String, String> original = new HashMap<>();
    private final Set<String> own = new HashSet<>();

    Renamed(Cast cast) {
        this.cast = cast;
        own.addAll(cast.agentDns);
        own.add("5099");
    }

    /** The message of play {@code k}, {@code later} milliseconds later. */
    Message message(Message message, int k, long later) {
        Message.Builder renamed = Message.of(message.number());
        long at = 0;
        for (Message.Attribute attribute : message.attributes()) {
            switch (attribute.id()) {
                case TServerAttribute.TIME_IN_SECS -> at += (int) attribute.value() * 1000L;
                case TServerAttribute.TIME_IN_U_SECS -> at += (int) attribute.value() / 1000;
                default -> renamed.with(attribute.id(), value(attribute.id(), attribute.value(), k));
            }
        }
        at += later;
        renamed.with(TServerAttribute.TIME_IN_SECS, (int) (at / 1000));
        renamed.with(TServerAttribute.TIME_IN_U_SECS, (int) (at % 1000) * 1000);
        return renamed.build();
    }

    private Object value(int id, Object value, int k) {
        if (value instanceof Long number && CONNS.contains(id)) {
            return number + ((long) k << 20);
        }
        if (value instanceof KeyValueList list) {
            List<KeyValueList.Pair> pairs = new ArrayList<>();
            list.pairs()
                    .forEach(pair -> pairs.add(new KeyValueList.Pair(
                            pair.key(), pair.value() instanceof String text ? uuid(text, k) : pair.value())));
            return new KeyValueList(pairs);
        }
        if (!(value instanceof String text)) {
            return value;
        }
        if (DNS.contains(id) && own.contains(text) || id == TServerAttribute.AGENT_ID) {
            String name = k + "-" + text;
            original.put(name, text);
            return name;
        }
        return uuid(text, k);
    }

    private static String uuid(String text, int k) {
        return text.startsWith("00O1K5VGQ8ABC2N5LAHG02LAES") ? text + "-" + k : text;
    }

    private String original(String name) {
        return original.getOrDefault(name, name);
    }

    @Override
    public DnKind kind(String dn) {
        return cast.kind(original(dn));
    }

    @Override
    public String agentOfLogin(String loginCode) {
        return cast.agentOfLogin(original(loginCode));
    }

    @Override
    public String agentOfPlace(String dn) {
        return cast.agentOfPlace(original(dn));
    }

    @Override
    public String userOf(String agent) {
        return cast.userOf(agent);
    }

    @Override
    public String queueOf(String virtualQueue) {
        return cast.queueOf(virtualQueue);
    }

    @Override
    public String wrapUpCodeOf(String value) {
        return cast.wrapUpCodeOf(value);
    }

    @Override
    public String sourceId() {
        return cast.sourceId();
    }
}
