package org.engageconnector.simulators.engage.sipserver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/** A call that exists now: what a replay tells of it. Guarded by its pair's lock. */
final class LiveCall {

    /** One party; {@code changedAt} is the time of its last change, in milliseconds since 1970. */
    record Party(String uuid, String dn, int state, long changedAt) {}

    /** What EventCallCreated tells, in its order. */
    private static final int[] TOLD = {
        TServerAttribute.CALL_UUID,
        TServerAttribute.CONN_ID,
        TServerAttribute.CALL_TYPE,
        TServerAttribute.ANI,
        TServerAttribute.DNIS,
        TServerAttribute.DIALED_NUMBER,
        TServerAttribute.ORIG_CALL_UUID,
        TServerAttribute.USER_DATA
    };

    private final long createdAt;
    private final Map<Integer, Object> attributes = new LinkedHashMap<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();

    LiveCall(Message created, long createdAt) {
        this.createdAt = createdAt;
        learn(created);
    }

    long createdAt() {
        return createdAt;
    }

    /** Takes over what an event says about the call; attached data is merged key by key. */
    void learn(Message event) {
        for (int id : TOLD) {
            Object value = event.value(id);
            if (value instanceof KeyValueList news) {
                attributes.merge(id, news, (old, n) -> merged((KeyValueList) old, (KeyValueList) n));
            } else if (value != null) {
                attributes.put(id, value);
            }
        }
    }

    void put(Party party) {
        parties.put(party.uuid(), party);
    }

    Party remove(String partyUuid) {
        return parties.remove(partyUuid);
    }

    Party party(String partyUuid) {
        return parties.get(partyUuid);
    }

    List<Party> parties() {
        return List.copyOf(parties.values());
    }

    Object value(int attribute) {
        return attributes.get(attribute);
    }

    /** The attributes of EventCallCreated as they are now. */
    Message.Builder describe(Message.Builder event) {
        for (int id : TOLD) {
            event.with(id, attributes.get(id));
        }
        return event;
    }

    private static KeyValueList merged(KeyValueList old, KeyValueList news) {
        List<KeyValueList.Pair> pairs = new ArrayList<>(old.pairs());
        for (KeyValueList.Pair pair : news.pairs()) {
            pairs.removeIf(p -> p.key().equals(pair.key()));
            pairs.add(pair);
        }
        return new KeyValueList(pairs);
    }
}
