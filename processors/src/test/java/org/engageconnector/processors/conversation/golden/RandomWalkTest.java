package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.output.EventCounter;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.junit.jupiter.api.Test;

/**
 * Any events in any order, valid and invalid, on a small site: nothing is thrown, no call fails, and what is sent always keeps
 * Genesys Cloud's rules. {@code -Dlong=true} walks 1,000,000 steps.
 */
class RandomWalkTest {

    private static final int STEPS = Boolean.getBoolean("long") ? 1_000_000 : 50_000;
    private static final String[] EXTENSIONS = {"5001", "5002", "5003", "5099"};
    private static final String[] DNS = {
        "5001", "5002", "5003", "5099", "9001", "MSML_1", "41791234567", "0041315550177"
    };
    private static final String[] QUEUES = {"VQ_Sales", "VQ_Support", "VQ_Unmapped"};
    private static final int[] DN_EVENTS = {
        TServerMessage.EVENT_RINGING,
        TServerMessage.EVENT_DIALING,
        TServerMessage.EVENT_ESTABLISHED,
        TServerMessage.EVENT_RELEASED,
        TServerMessage.EVENT_ABANDONED,
        TServerMessage.EVENT_HELD,
        TServerMessage.EVENT_RETRIEVED,
        TServerMessage.EVENT_PARTY_CHANGED,
        TServerMessage.EVENT_PARTY_ADDED,
        TServerMessage.EVENT_PARTY_DELETED,
        TServerMessage.EVENT_DESTINATION_BUSY,
        TServerMessage.EVENT_ATTACHED_DATA_CHANGED,
        TServerMessage.EVENT_USER_EVENT,
        TServerMessage.EVENT_MUTE_ON,
        TServerMessage.EVENT_MUTE_OFF,
        TServerMessage.EVENT_AGENT_READY,
        TServerMessage.EVENT_AGENT_NOT_READY,
        TServerMessage.EVENT_AGENT_LOGIN,
        TServerMessage.EVENT_AGENT_LOGOUT,
        TServerMessage.EVENT_REGISTERED
    };
    private static final int[] STATES = {0xA, 0xC, 0xE, 0xB, 0x1000C, 0x1, 0x809, 0x2C, 0xAC, 0xA0, 0, 0xF};
    private static final int[] CAUSES = {0, 0, 0, 0, 1, 2, 3, 5, 10, 11, 12, 99};
    private static final int[] CALL_STATES = {0, 0, 0, 1, 2, 5, 6, 7, 22, 77};

    private Random random;
    private long time;

    @Test
    void whateverIsReportedTheRulesAreKept() {
        long seed = Long.getLong("seed", new Random().nextLong());
        random = new Random(seed);
        GoldenCase any = GoldenCase.all().get(0);
        time = any.cast.start;
        Map<String, Integer> odd = new TreeMap<>();
        List<RuntimeException> failures = new ArrayList<>();
        CallEngine engine = new CallEngine("SIP_A", EngineSettings.defaults("101"), new EventCounter() {
            @Override
            public void odd(String what, String example) {
                odd.merge(what, 1, Integer::sum);
            }

            @Override
            public void failed(String callUuid, RuntimeException e) {
                failures.add(e);
            }
        });
        StateRules rules = new StateRules();
        for (int i = 0; i < STEPS; i++) {
            time += random.nextInt(10) < 7 ? random.nextInt(300) : random.nextInt(9000);
            Family family = Family.values()[random.nextInt(3)];
            engine.event(family, message(family, i), time, any.cast, rules::check);
            assertThat(rules.broken).as("seed %d, step %d", seed, i).isEmpty();
            if (!failures.isEmpty()) {
                throw new AssertionError("seed " + seed + ", step " + i, failures.get(0));
            }
            if (i % 5000 == 0) {
                engine.advance(time, rules::check);
            }
        }
        engine.advance(time + 25 * 3_600_000L, rules::check);
        engine.advance(time + 50 * 3_600_000L, rules::check);
        assertThat(rules.broken).as("seed %d", seed).isEmpty();
        assertThat(odd).as("every kind of trouble is met, seed %d", seed).containsKeys("too-late", "unmapped-queue");
        assertThat(rules.open()).as("legs left open, seed %d", seed).isZero();
        assertThat(engine.liveCalls()).as("calls remembered, seed %d", seed).isZero();
        assertThat(rules.events).isGreaterThan(STEPS / 100);
    }

    private Message message(Family family, int step) {
        int number =
                switch (family) {
                    case VQ -> TServerMessage.EVENT_QUEUED + random.nextInt(3);
                    case EXTENSION -> DN_EVENTS[random.nextInt(DN_EVENTS.length)];
                    case CALL -> TServerMessage.EVENT_CALL_CREATED + random.nextInt(7);
                };
        Message.Builder message = Message.of(number);
        // A few calls at a time, so that events of one call meet; every tenth is the consult of its neighbour
        int call = step / 400 * 6 + random.nextInt(6);
        message.with(TServerAttribute.CALL_UUID, random.nextInt(30) == 0 ? null : "C" + call);
        message.with(TServerAttribute.CONN_ID, random.nextInt(30) == 0 ? null : (Long) (long) call);
        message.with(TServerAttribute.CALL_TYPE, pick(null, 0, 1, 2, 2, 2, 3, 4, 17));
        message.with(TServerAttribute.CALL_STATE, CALL_STATES[random.nextInt(CALL_STATES.length)]);
        message.with(TServerAttribute.CAUSE, CAUSES[random.nextInt(CAUSES.length)]);
        if (random.nextInt(8) == 0) {
            message.with(TServerAttribute.PREVIOUS_CONN_ID, (Long) (long) (call - 1));
            message.with(TServerAttribute.REF_CALL_UUID, pick(null, "C" + (call - 1)));
            message.with(TServerAttribute.ORIG_CALL_UUID, pick(null, "C" + (call - 1)));
        }
        switch (family) {
            case VQ ->
                message.with(TServerAttribute.THIS_DN, QUEUES[random.nextInt(3)])
                        .with(TServerAttribute.THIRD_PARTY_DN, pick(null, null, EXTENSIONS[random.nextInt(4)]))
                        .with(
                                TServerAttribute.EXTENSIONS,
                                pick(null, KeyValueList.of("VQID", "V" + call + random.nextInt(3))));
            case EXTENSION ->
                message.with(TServerAttribute.THIS_DN, pick(null, dn(EXTENSIONS), dn(EXTENSIONS), dn(EXTENSIONS)))
                        .with(TServerAttribute.OTHER_DN, pick(null, dn(DNS)))
                        .with(TServerAttribute.THIRD_PARTY_DN, pick(null, dn(DNS)))
                        .with(TServerAttribute.THIS_DN_ROLE, random.nextInt(11))
                        .with(TServerAttribute.AGENT_WORK_MODE, random.nextInt(5))
                        .with(TServerAttribute.AGENT_ID, pick(null, "1001", "1002", "7777"));
            case CALL ->
                message.with(TServerAttribute.DN, pick(null, dn(DNS), dn(DNS), dn(DNS)))
                        .with(TServerAttribute.PARTY_UUID, pick(null, "P" + call + random.nextInt(6)))
                        .with(TServerAttribute.REF_PARTY, pick(null, "P" + call + random.nextInt(6)))
                        .with(TServerAttribute.NEW_CALL_UUID, pick(null, "C" + (call - 1)))
                        .with(TServerAttribute.PARTY_STATE, STATES[random.nextInt(STATES.length)]);
        }
        message.with(
                TServerAttribute.USER_DATA,
                pick(null, null, KeyValueList.of("DispositionCode", pick("Sold", "Complaint", "?"))));
        time(message);
        return message.build();
    }

    /** Mostly now, sometimes late, sometimes absurd or absent. */
    private void time(Message.Builder message) {
        int kind = random.nextInt(100);
        if (kind == 0) {
            return;
        }
        long at = time - (kind < 60 ? 0 : kind < 95 ? random.nextInt(2000) : random.nextInt(30_000));
        if (kind == 1) {
            at = pick(0L, 4_000_000_000_000L, time + 100_000, time - 10_000_000);
        }
        message.with(TServerAttribute.TIME_IN_SECS, (int) (at / 1000));
        message.with(TServerAttribute.TIME_IN_U_SECS, (int) (at % 1000) * 1000);
    }

    private String dn(String[] dns) {
        return dns[random.nextInt(dns.length)];
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
