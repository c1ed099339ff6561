package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.delivery.Confirmation;
import org.engageconnector.component.journal.delivery.OutgoingJournal;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What delivery does to a journal, on a real Redis. */
class OutgoingJournalIT {

    private static TestRedis server;

    private RedisConnection redis;
    private StandingLease lease;
    private OutgoingJournal journal;

    @BeforeAll
    static void startRedis() {
        server = TestRedis.with();
    }

    @AfterAll
    static void stopRedis() {
        server.close();
    }

    @BeforeEach
    void own() {
        redis = server.connect("a");
        lease = new StandingLease(
                        redis, "deliver:test", StandingLease.DELIVERY_LIFETIME, StandingLease.DELIVERY_RENEWAL)
                .start();
        await().atMost(Duration.ofSeconds(5)).until(lease::held);
        journal = new OutgoingJournal(redis, "conversation-events", lease);
        Change change = new Change(redis.keys());
        for (int i = 0; i < 5; i++) {
            change.append(
                    "conversation-events", new NewEntry("c" + i % 2, "k", Map.of("eventId", "e" + i), new byte[] {7}));
        }
        Lease.commitFreely(redis, change);
    }

    @AfterEach
    void close() {
        journal.close();
        lease.close();
        redis.close();
    }

    @Test
    void theWindowBeginsBehindAnId() {
        List<JournalEntry> all = journal.read("0-0", 10, 0).entries();

        assertThat(all).hasSize(5);
        assertThat(journal.read(all.get(2).id(), 10, 0).entries())
                .extracting(entry -> entry.headers().get("eventId"))
                .containsExactly("e3", "e4");
        assertThat(journal.read("0-0", 3, 0).drained()).isFalse();
        assertThat(journal.read(all.get(4).id(), 10, 0).drained()).isTrue();
    }

    @Test
    void whoeverMadeAnEntryIsToldThatItWasRefused() {
        OutgoingJournal telling = new OutgoingJournal(redis, "conversation-events", lease, "told");
        JournalEntry first = telling.read("0-0", 10, 0).entries().get(0);
        telling.confirm().refused(first).commit();
        telling.close();

        OutgoingJournal told = new OutgoingJournal(redis, "told", lease);
        assertThat(told.read("0-0", 10, 0).entries())
                .extracting(entry -> entry.headers().get("eventId"))
                .containsExactly("e0");
        told.close();
    }

    @Test
    void acceptedParkedAndRefusedEntriesGoTheirWaysInOneStep() {
        List<JournalEntry> all = journal.read("0-0", 10, 0).entries();
        journal.confirm().sending("b1", new byte[] {1}).commit();
        assertThat(journal.inFlight()).containsOnlyKeys("b1");

        journal.confirm()
                .accepted(all.get(0))
                .parked(all.get(1))
                .parked(all.get(3))
                .deadLetter(all.get(2), new NewEntry("c0", "k", Map.of("error", "refused"), new byte[0]))
                .answered("b1")
                .commit();

        assertThat(journal.read("0-0", 10, 0).entries())
                .extracting(JournalEntry::id)
                .containsExactly(all.get(4).id());
        assertThat(journal.parked().values())
                .extracting(entry -> entry.headers().get("eventId"))
                .containsExactly("e1", "e3");
        assertThat(journal.inFlight()).isEmpty();
        assertThat(JournalHarness.bodies(redis, "dead-letters")).hasSize(1);
    }

    @Test
    void bytesAreCountedUntilAnEntryIsReallyGone() {
        List<JournalEntry> all = journal.read("0-0", 10, 0).entries();
        long one = EntryFields.size(all.get(0));
        assertThat(bytes()).isEqualTo(5 * one);

        journal.confirm().parked(all.get(1)).commit();
        assertThat(bytes()).isEqualTo(5 * one);

        all.forEach(entry -> journal.confirm().accepted(entry).commit());
        assertThat(bytes()).isZero();
    }

    @Test
    void aFormerOwnerChangesNothing() {
        List<JournalEntry> all = journal.read("0-0", 10, 0).entries();
        Confirmation late = journal.confirm().accepted(all.get(0));
        redis.call(commands -> commands.set(redis.keys().lease("deliver:test"), "b 0123".getBytes()));

        assertThatThrownBy(late::commit).isInstanceOf(LeaseLostException.class);
        assertThat(lease.held()).isFalse();
        assertThat(journal.read("0-0", 10, 0).entries()).hasSize(5);
    }

    private long bytes() {
        return Long.parseLong(EntryFields.text(
                redis.call(commands -> commands.hget(redis.keys().bytes(), "conversation-events"))));
    }
}
