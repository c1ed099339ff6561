package org.engageconnector.processors.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceBuilder;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.evidence.Source;
import org.engageconnector.processors.conversation.state.Basis;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EventType;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;
import org.engageconnector.processors.conversation.state.Sent;
import org.junit.jupiter.api.Test;

/** Stored conversations come back as they were; other versions' forms are read as far as both know them. */
class ConversationFormTest {

    @Test
    void aConversationComesBackAsItWas() {
        Conversation conversation = conversation();
        Conversation back = ConversationForm.read(ConversationForm.write(conversation));
        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("table", "history")
                .isEqualTo(conversation);
        assertThat(back.log.get(0).source().sequence()).isEqualTo(4);
        assertThat(back.ledger.all())
                .allSatisfy(sent -> assertThat(sent.basis().source().message()).isEqualTo(57));
    }

    @Test
    void aLegOfAnOlderVersionHasDefaultsForWhatItLacks() {
        BlockWriter older = new BlockWriter();
        int block = older.open();
        older.number(Enums.number(Role.USER));
        older.text("5001");
        older.text("U1");
        older.number(7);
        older.close(block);
        Conversation conversation = new Conversation("U1");
        LegForm.read(new BlockReader(older.bytes()), conversation.table);
        assertThat(conversation.table.leg(0)).satisfies(leg -> {
            assertThat(leg.dn).isEqualTo("5001");
            assertThat(leg.openedAt).isEqualTo(7);
            assertThat(leg.offeredTo).isNull();
            assertThat(leg.vqids).isEmpty();
        });
    }

    @Test
    void whatANewerVersionAddedToABlockIsSkipped() {
        BlockWriter newer = new BlockWriter();
        int block = newer.open();
        newer.text("known");
        newer.number(123456789L);
        newer.close(block);
        newer.text("behind");
        BlockReader reader = new BlockReader(newer.bytes());
        assertThat(reader.block().text()).isEqualTo("known");
        assertThat(reader.text()).isEqualTo("behind");
    }

    @Test
    void bytesThatNoVersionWroteAreRefused() {
        byte[] whole = ConversationForm.write(conversation());
        assertThatThrownBy(() -> ConversationForm.read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallInAQueueTakesLittleRoom() {
        assertThat(ConversationForm.write(conversation())).hasSizeLessThan(1000);
    }

    private static Conversation conversation() {
        Conversation conversation = new Conversation("00O1K5VGQ8ABC2N5LAHG02LAES000001");
        CallFacts facts = new CallFacts(conversation.main, 1_772_442_000_000L);
        facts.type = CallFacts.INBOUND;
        facts.ani = "41791234567";
        facts.conns.add(-5L);
        facts.parties.put("P1", "41791234567");
        conversation.calls.put(facts.uuid, facts);
        conversation.ready = true;
        conversation.started = true;
        conversation.type = CallFacts.INBOUND;
        Leg leg = conversation.base.add(Role.QUEUE, "VQ_Sales", conversation.main, 1_772_442_000_100L);
        leg.vqids = List.of("Q1");
        leg.next(EventType.ROUTING_ESTABLISHED);
        Evidence evidence = new EvidenceBuilder(1_772_442_000_100L, Family.VQ, EvidenceKind.QUEUED)
                .call(conversation.main)
                .dn("VQ_Sales", SiteDirectory.DnKind.VIRTUAL_QUEUE)
                .queue("Q1", "0bee0000-0000-4000-8000-000000000001")
                .source(new Source(57, 4))
                .build();
        conversation.log.add(evidence);
        conversation.ledger.add(new Sent(
                "queue VQ_Sales 1",
                EventType.ROUTING_ESTABLISHED,
                1,
                1_772_442_000_100L,
                null,
                "Q1",
                Basis.of(evidence)));
        return conversation;
    }
}
