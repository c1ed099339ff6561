package org.engageconnector.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Family;

/**
 * A site with so many calls at once that never rests: each extension has one inbound queued call after the other, of 18 events
 * and 200 s. The calls are spread evenly, so about as many are live as there are extensions.
 */
public final class BusySite {

    /** One event and the connection it comes on. */
    public record Told(Family family, Message message, long at) {}

    private record Next(long at, int extension, int step) {}

    private static final long START = 1_772_442_000_000L;
    private static final long CALL_MILLIS = 200_000;
    private static final long[] OFFSETS = {
        0, 0, 10, 100, 18_000, 18_000, 18_100, 18_200, 24_000, 24_000, 170_000, 170_000, 184_000, 184_000, 184_000,
        184_010, 184_020, 195_000
    };

    private final PriorityQueue<Next> next =
            new PriorityQueue<>((a, b) -> a.at() != b.at() ? Long.compare(a.at(), b.at()) : a.step() - b.step());
    private final int[] calls;

    public BusySite(int extensions) {
        calls = new int[extensions];
        for (int i = 0; i < extensions; i++) {
            next.add(new Next(START + CALL_MILLIS * i / extensions, i, 0));
        }
    }

    static int eventsPerCall() {
        return OFFSETS.length;
    }

    /** The next events in the order of their time. */
    public List<Told> next(int count) {
        List<Told> told = new ArrayList<>(count);
        while (told.size() < count) {
            Next now = next.poll();
            told.add(event(now));
            boolean last = now.step() == OFFSETS.length - 1;
            int step = last ? 0 : now.step() + 1;
            long began = now.at() - OFFSETS[now.step()];
            next.add(new Next(last ? began + CALL_MILLIS : began + OFFSETS[step], now.extension(), step));
            calls[now.extension()] += last ? 1 : 0;
        }
        return told;
    }

    private Told event(Next now) {
        int e = now.extension();
        String id = "%06d%06d".formatted(e, calls[e]);
        String uuid = "00O1K5VGQ8ABC2N5LAHG" + id;
        String dn = "5" + e;
        String party = "P0O1K5VGQ8ABC2N5LAHG" + id;
        return switch (now.step()) {
            case 0 ->
                call(TServerMessage.EVENT_CALL_CREATED, now, uuid)
                        .told(54, 2, TServerAttribute.ANI, "41791234567", TServerAttribute.DNIS, "8005550100");
            case 1 ->
                party(TServerMessage.EVENT_CALL_PARTY_ADDED, now, uuid, party + 1, "41791234567")
                        .told(124, 0xC);
            case 2 ->
                party(TServerMessage.EVENT_CALL_PARTY_ADDED, now, uuid, party + 2, "9001")
                        .told(124, 0x809);
            case 3 -> queue(TServerMessage.EVENT_QUEUED, now, uuid, id).told();
            case 4 -> extension(TServerMessage.EVENT_RINGING, now, uuid, dn).told(21, "9001", 23, 2, 13, 0);
            case 5 ->
                party(TServerMessage.EVENT_CALL_PARTY_ADDED, now, uuid, party + 3, dn)
                        .told(124, 0xA, 114, 5);
            case 6 ->
                party(TServerMessage.EVENT_CALL_PARTY_DELETED, now, uuid, party + 2, "9001")
                        .told(114, 5);
            case 7 -> queue(TServerMessage.EVENT_DIVERTED, now, uuid, id).told(28, dn);
            case 8 -> extension(TServerMessage.EVENT_ESTABLISHED, now, uuid, dn).told(21, "9001", 23, 2, 13, 0);
            case 9 ->
                party(TServerMessage.EVENT_CALL_PARTY_STATE, now, uuid, party + 3, dn)
                        .told(124, 0xC);
            case 10 ->
                extension(TServerMessage.EVENT_ATTACHED_DATA_CHANGED, now, uuid, dn)
                        .told(28, dn, 51, KeyValueList.of("DispositionCode", "Sold"));
            case 11 ->
                call(TServerMessage.EVENT_CALL_DATA_CHANGED, now, uuid)
                        .told(51, KeyValueList.of("DispositionCode", "Sold"));
            case 12 -> extension(TServerMessage.EVENT_RELEASED, now, uuid, dn).told(13, 5);
            case 13 ->
                party(TServerMessage.EVENT_CALL_PARTY_DELETED, now, uuid, party + 1, "41791234567")
                        .told();
            case 14 ->
                party(TServerMessage.EVENT_CALL_PARTY_DELETED, now, uuid, party + 3, dn)
                        .told();
            case 15 -> call(TServerMessage.EVENT_CALL_DELETED, now, uuid).told();
            case 16 -> agent(TServerMessage.EVENT_AGENT_NOT_READY, now, dn).told(16, 3);
            default -> agent(TServerMessage.EVENT_AGENT_READY, now, dn).told(16, 2);
        };
    }

    private static Telling call(int number, Next now, String uuid) {
        return new Telling(Family.CALL, number, now.at()).with(141, uuid);
    }

    private static Telling party(int number, Next now, String uuid, String party, String dn) {
        return call(number, now, uuid).with(145, party).with(115, dn);
    }

    private static Telling queue(int number, Next now, String uuid, String id) {
        return new Telling(Family.VQ, number, now.at())
                .with(20, "VQ_Sales")
                .with(24, "41791234567")
                .with(54, 2)
                .with(141, uuid)
                .with(53, KeyValueList.of("VQID", "Q0O1K5VGQ8ABC2N5LAHG" + id, "CallUUID", uuid));
    }

    private static Telling extension(int number, Next now, String uuid, String dn) {
        return agent(number, now, dn).with(24, "41791234567").with(54, 2).with(141, uuid);
    }

    private static Telling agent(int number, Next now, String dn) {
        return new Telling(Family.EXTENSION, number, now.at()).with(20, dn).with(14, "1" + dn);
    }

    /** One message in the making. */
    private static final class Telling {
        private final Family family;
        private final long at;
        private final Message.Builder message;

        private Telling(Family family, int number, long at) {
            this.family = family;
            this.at = at;
            this.message = Message.of(number)
                    .with(TServerAttribute.TIME_IN_SECS, (int) (at / 1000))
                    .with(TServerAttribute.TIME_IN_U_SECS, (int) (at % 1000 * 1000));
        }

        private Telling with(int attribute, Object value) {
            message.with(attribute, value);
            return this;
        }

        private Told told(Object... attributesAndValues) {
            for (int i = 0; i < attributesAndValues.length; i += 2) {
                message.with((Integer) attributesAndValues[i], attributesAndValues[i + 1]);
            }
            return new Told(family, message.build(), at);
        }
    }
}
