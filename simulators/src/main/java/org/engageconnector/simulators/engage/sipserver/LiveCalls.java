package org.engageconnector.simulators.engage.sipserver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** The live calls of a pair: a hot-standby backup knows the same ones. Guarded by the pair's lock. */
final class LiveCalls {

    private final Map<String, LiveCall> calls = new LinkedHashMap<>();

    /** Takes note of an event of the {@code call} stream. */
    void note(Message event, long time) {
        String uuid = event.text(TServerAttribute.CALL_UUID);
        LiveCall call = calls.get(uuid);
        String party = event.text(TServerAttribute.PARTY_UUID);
        switch (event.number()) {
            case TServerMessage.EVENT_CALL_CREATED -> calls.put(uuid, new LiveCall(event, time));
            case TServerMessage.EVENT_CALL_DELETED -> calls.remove(uuid);
            case TServerMessage.EVENT_CALL_DATA_CHANGED -> {
                if (call != null) {
                    call.learn(event);
                }
            }
            case TServerMessage.EVENT_CALL_PARTY_ADDED, TServerMessage.EVENT_CALL_PARTY_STATE -> put(call, event, time);
            case TServerMessage.EVENT_CALL_PARTY_MOVED -> {
                if (call != null) {
                    call.remove(party);
                }
                put(calls.get(event.text(TServerAttribute.NEW_CALL_UUID)), event, time);
            }
            case TServerMessage.EVENT_CALL_PARTY_DELETED -> {
                if (call != null) {
                    call.remove(party);
                }
            }
            default -> {}
        }
    }

    Collection<LiveCall> all() {
        return List.copyOf(calls.values());
    }

    /** Forgets every call, as servers do that were down together. */
    void clear() {
        calls.clear();
    }

    int size() {
        return calls.size();
    }

    /** The calls of a DN as EventRegistered lists them: {@code conn-n}, {@code ps-n}, {@code ct-n}, {@code call-uuid-n}. */
    List<KeyValueList.Pair> listFor(String dn) {
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        int n = 0;
        for (LiveCall call : calls.values()) {
            for (LiveCall.Party party : call.parties()) {
                if (party.dn().equals(dn)) {
                    n++;
                    Object connId = call.value(TServerAttribute.CONN_ID);
                    Object callType = call.value(TServerAttribute.CALL_TYPE);
                    pairs.add(new KeyValueList.Pair("conn-" + n, String.format("%016x", (Long) connId)));
                    pairs.add(new KeyValueList.Pair("ps-" + n, party.state()));
                    pairs.add(new KeyValueList.Pair("ct-" + n, callType == null ? (Integer) 0 : callType));
                    pairs.add(new KeyValueList.Pair("call-uuid-" + n, call.value(TServerAttribute.CALL_UUID)));
                }
            }
        }
        return pairs;
    }

    private static void put(LiveCall call, Message event, long time) {
        if (call != null) {
            String uuid = event.text(TServerAttribute.PARTY_UUID);
            LiveCall.Party known = call.party(uuid);
            int state = event.integer(TServerAttribute.PARTY_STATE, known == null ? 0 : known.state());
            call.put(new LiveCall.Party(uuid, event.text(TServerAttribute.DN), state, time));
        }
    }
}
