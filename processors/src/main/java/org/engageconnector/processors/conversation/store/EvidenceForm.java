package org.engageconnector.processors.conversation.store;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.evidence.Source;

/** The stored form of evidence. New values go at the end. */
final class EvidenceForm {

    private EvidenceForm() {}

    static void write(BlockWriter out, Evidence e) {
        int block = out.open();
        out.number(e.at());
        out.number(Enums.number(e.family()));
        out.number(Enums.number(e.kind()));
        out.text(e.call());
        out.text(e.otherCall());
        out.text(e.dn());
        out.number(Enums.number(e.dnKind()));
        out.text(e.userId());
        out.text(e.agent());
        out.text(e.otherDn());
        out.number(Enums.number(e.otherKind()));
        out.text(e.thirdDn());
        out.number(Enums.number(e.thirdKind()));
        out.text(e.thirdUser());
        out.number(e.callState());
        out.number(e.cause());
        out.number(e.role());
        out.number(e.thirdRole());
        out.number(e.partyState());
        out.text(e.party());
        out.text(e.refDn());
        out.text(e.vqid());
        out.text(e.queueId());
        out.text(e.value());
        out.flag(e.added());
        out.number(e.source().message());
        out.number(e.source().sequence());
        out.close(block);
    }

    static Evidence read(BlockReader reader) {
        BlockReader in = reader.block();
        return new Evidence(
                in.number(),
                Enums.of(Family.values(), in.smallNumber()),
                Enums.of(EvidenceKind.values(), in.smallNumber()),
                in.text(),
                in.text(),
                in.text(),
                Enums.of(DnKind.values(), in.smallNumber()),
                in.text(),
                in.text(),
                in.text(),
                Enums.of(DnKind.values(), in.smallNumber()),
                in.text(),
                Enums.of(DnKind.values(), in.smallNumber()),
                in.text(),
                in.smallNumber(),
                in.smallNumber(),
                in.smallNumber(),
                in.smallNumber(),
                in.smallNumber(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.flag(),
                new Source(in.smallNumber(), in.number()));
    }
}
