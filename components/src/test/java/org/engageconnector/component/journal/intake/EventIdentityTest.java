package org.engageconnector.component.journal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.junit.jupiter.api.Test;

/** Events of a server that numbers nothing (docs/delivery.md#append-once): the same event is one, two events are two. */
class EventIdentityTest {

    private static final String CALL = "00O1K5VGQ8ABC2N5LAHG02LAES000001";

    @Test
    void theSameEventReadTwiceIsOne() {
        assertThat(hash(partyDeleted("P1", "41791234567"))).isEqualTo(hash(partyDeleted("P1", "41791234567")));
    }

    @Test
    void twoPartiesThatLeaveACallInOneMillisecondAreTwoEvents() {
        assertThat(hash(partyDeleted("P1", "41791234567"))).isNotEqualTo(hash(partyDeleted("P3", "5001")));
    }

    @Test
    void twoStatesOfOnePartyInOneMillisecondAreTwoEvents() {
        assertThat(hash(partyState(0xE))).isNotEqualTo(hash(partyState(0xC)));
    }

    @Test
    void twoKeysThatAreAttachedInOneMillisecondAreTwoEvents() {
        assertThat(hash(attached("CustomerName"))).isNotEqualTo(hash(attached("DispositionCode")));
        assertThat(hash(attached("DispositionCode"))).isEqualTo(hash(attached("DispositionCode")));
    }

    private static byte[] hash(Message.Builder event) {
        Message message = event.with(TServerAttribute.TIME_IN_SECS, 1_772_442_184)
                .with(TServerAttribute.TIME_IN_U_SECS, 0)
                .build();
        return EventIdentity.hash(Tkv.encode(message));
    }

    private static Message.Builder partyDeleted(String party, String dn) {
        return Message.of(TServerMessage.EVENT_CALL_PARTY_DELETED)
                .with(TServerAttribute.CALL_UUID, CALL)
                .with(TServerAttribute.PARTY_UUID, party)
                .with(TServerAttribute.DN, dn);
    }

    private static Message.Builder partyState(int state) {
        return Message.of(TServerMessage.EVENT_CALL_PARTY_STATE)
                .with(TServerAttribute.CALL_UUID, CALL)
                .with(TServerAttribute.PARTY_UUID, "P3")
                .with(TServerAttribute.DN, "5001")
                .with(TServerAttribute.PARTY_STATE, state);
    }

    private static Message.Builder attached(String key) {
        return Message.of(TServerMessage.EVENT_ATTACHED_DATA_CHANGED)
                .with(TServerAttribute.CALL_UUID, CALL)
                .with(TServerAttribute.THIS_DN, "5001")
                .with(TServerAttribute.USER_DATA, KeyValueList.of(key, "Sold"));
    }
}
