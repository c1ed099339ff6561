package org.engageconnector.processors.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Step;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.junit.jupiter.api.Test;

/** The edge of the engine: steps of the journal in, entries of the journal of conversation events out. */
class CallEngineStepTest {

    private static final long START = 1_772_442_000_000L;

    private final Map<String, byte[]> redis = new HashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallEngineStep engine = new CallEngineStep(EngineSettings.defaults("101"), new EngineMeters(meters));
    private final long ownership = 1;

    @Test
    void entriesAreKeyedByConversationAndSayWhatReleasedThem() {
        List<NewEntry> entries = commit(step(START + 40, created(), queued()));
        assertThat(entries)
                .extracting(NewEntry::kind)
                .containsExactly("externalEstablishedEvents", "routingEstablishedEvents");
        assertThat(entries)
                .extracting(NewEntry::key)
                .containsOnly(entries.get(0).key());
        assertThat(entries.get(1).headers())
                .containsEntry("callUuid", "U1")
                .containsEntry("evidenceAt", Long.toString(START + 20))
                .containsKey("eventId");
        assertThat(engine.calls())
                .singleElement()
                .extracting(CallView::callUuid)
                .isEqualTo("U1");
        assertThat(engine.call("U1"))
                .hasValueSatisfying(call -> assertThat(call.sent()).hasSize(2));
    }

    @Test
    void countersWithoutLabelsAreThereBeforeTheFirstEvent() {
        assertThat(meters.get("ex.calls.never.sent").counter().count()).isZero();
        assertThat(meters.get("ex.queue.events.unmapped").counter().count()).isZero();
    }

    @Test
    void aStepThatWasNotCommittedComesAgainWithTheSameEvents() {
        commit(step(START, created()));
        List<NewEntry> lost = run(step(START + 40, queued()));
        List<NewEntry> again = commit(step(START + 40, queued()));
        assertThat(again).usingRecursiveComparison().isEqualTo(lost);
        assertThat(commit(step(START + 60, queued()))).isEmpty();
    }

    @Test
    void aNewOwnerGoesOnFromWhatWasCommitted() {
        commit(step(START, created(), queued()));
        CallEngineStep other =
                new CallEngineStep(EngineSettings.defaults("101"), new EngineMeters(new SimpleMeterRegistry()));
        FakeStep step = step(START + 5000, abandoned());
        assertThat(run(other, step))
                .extracting(NewEntry::kind)
                .containsExactly("communicationEndedEvents", "communicationEndedEvents");
    }

    @Test
    void what_somebody_has_written_over_in_redis_costs_no_event_and_is_counted() {
        commit(step(START, created()));
        redis.put("partition", new byte[] {2, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 1});
        redis.put("call:U9", new byte[] {2, 1, 0});
        redis.put("gone:U8", new byte[0]);
        redis.put("login:4711", new byte[] {(byte) 0x80, (byte) 0x80, 4});
        CallEngineStep other = new CallEngineStep(EngineSettings.defaults("101"), new EngineMeters(meters));
        FakeStep step = step(START + 40, queued());
        assertThat(run(other, step)).isNotEmpty();
        assertThat(step.puts).containsKey("partition");
        assertThat(meters.counter("ex.call.engine.odd", "reason", "unreadable-state")
                        .count())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void timeRunsOnOnlyWhenNothingIsLeftUnread() {
        commit(step(START + 40, created(), queued(), deleted()));
        FakeStep backlog = step(START + 60_000);
        backlog.drained = false;
        assertThat(commit(backlog)).isEmpty();
        List<NewEntry> late = commit(step(START + 60_000));
        assertThat(late).hasSize(2);
        // deleted at 100 ms; then the wait of 2 s and the lag
        assertThat(late.get(0).headers()).containsEntry("evidenceAt", Long.toString(START + 4100));
    }

    @Test
    void onlyWhatChangedIsWritten() {
        commit(step(START, created(), queued()));
        FakeStep tick = step(START + 100);
        commit(tick);
        assertThat(tick.puts).isEmpty();
    }

    @Test
    void anEntryThatIsNoFrameIsCountedAndHarmsNothing() {
        FakeStep step = step(START + 40, created(), queued());
        step.entries.add(0, new JournalEntry(START + "-0", "call", "frame", Map.of(), new byte[] {1, 2, 3}));
        step.entries.add(0, new JournalEntry(START + "-0", "nonsense", "frame", Map.of(), new byte[0]));
        assertThat(commit(step)).hasSize(2);
        assertThat(meters.counter("ex.call.engine.odd", "reason", "not-a-frame").count())
                .isEqualTo(1);
    }

    private static Message.Builder message(int number, long at) {
        return Message.of(number)
                .with(TServerAttribute.CALL_UUID, "U1")
                .with(TServerAttribute.CONN_ID, 7L)
                .with(TServerAttribute.TIME_IN_SECS, (int) ((START + at) / 1000))
                .with(TServerAttribute.TIME_IN_U_SECS, (int) ((START + at) % 1000) * 1000);
    }

    private static JournalEntry created() {
        return entry("call", 0, message(TServerMessage.EVENT_CALL_CREATED, 0).with(TServerAttribute.CALL_TYPE, 2));
    }

    private static JournalEntry queued() {
        return entry("vq", 20, queue(TServerMessage.EVENT_QUEUED, 20));
    }

    private static JournalEntry abandoned() {
        return entry("vq", 5000, queue(TServerMessage.EVENT_ABANDONED, 5000));
    }

    private static JournalEntry deleted() {
        return entry("call", 100, message(TServerMessage.EVENT_CALL_DELETED, 100));
    }

    private static Message.Builder queue(int number, long at) {
        return message(number, at)
                .with(TServerAttribute.THIS_DN, "VQ_Sales")
                .with(TServerAttribute.EXTENSIONS, KeyValueList.of("VQID", "Q1"));
    }

    private static JournalEntry entry(String family, long at, Message.Builder message) {
        return new JournalEntry(START + at + "-0", family, "frame", Map.of(), Tkv.encode(message.build()));
    }

    private FakeStep step(long redisTime, JournalEntry... entries) {
        return new FakeStep(redisTime, List.of(entries));
    }

    private List<NewEntry> commit(FakeStep step) {
        List<NewEntry> entries = run(step);
        step.puts.forEach((key, bytes) -> {
            if (bytes == null) {
                redis.remove(key);
            } else {
                redis.put(key, bytes);
            }
        });
        step.onCommit.forEach(Runnable::run);
        return entries;
    }

    private List<NewEntry> run(FakeStep step) {
        return run(engine, step);
    }

    @SuppressWarnings("unchecked")
    private static List<NewEntry> run(CallEngineStep engine, FakeStep step) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Step.PROPERTY, step);
        exchange.setProperty(CallEngineStep.DIRECTORY, new OneQueue());
        engine.process(exchange);
        return exchange.getMessage().getBody(List.class);
    }

    /** A site with one virtual queue. */
    private static final class OneQueue implements SiteDirectory {
        @Override
        public DnKind kind(String dn) {
            return DnKind.UNKNOWN;
        }

        @Override
        public String agentOfLogin(String loginCode) {
            return null;
        }

        @Override
        public String agentOfPlace(String dn) {
            return null;
        }

        @Override
        public String userOf(String agent) {
            return null;
        }

        @Override
        public String queueOf(String virtualQueue) {
            return "queue-id";
        }

        @Override
        public String wrapUpCodeOf(String value) {
            return null;
        }

        @Override
        public String sourceId() {
            return "source-id";
        }
    }

    private final class FakeStep implements Step {
        final List<JournalEntry> entries;
        final Map<String, byte[]> puts = new HashMap<>();
        final List<Runnable> onCommit = new ArrayList<>();
        final long redisTime;
        boolean drained = true;

        FakeStep(long redisTime, List<JournalEntry> entries) {
            this.redisTime = redisTime;
            this.entries = new ArrayList<>(entries);
        }

        @Override
        public String partition() {
            return "SIP_A";
        }

        @Override
        public List<JournalEntry> entries() {
            return entries;
        }

        @Override
        public long redisTime() {
            return redisTime;
        }

        @Override
        public boolean drained() {
            return drained;
        }

        @Override
        public long ownership() {
            return ownership;
        }

        @Override
        public Map<String, byte[]> states() {
            return new HashMap<>(redis);
        }

        @Override
        public void put(String key, byte[] state) {
            puts.put(key, state);
        }

        @Override
        public void append(String journal, NewEntry entry) {
            throw new AssertionError("the route writes the journal");
        }

        @Override
        public void onCommit(Runnable action) {
            onCommit.add(action);
        }
    }
}
