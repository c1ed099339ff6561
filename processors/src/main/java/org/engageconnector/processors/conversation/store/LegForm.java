package org.engageconnector.processors.conversation.store;

import java.util.List;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.LegTable;
import org.engageconnector.processors.conversation.state.Role;

/** The stored form of a leg. New values go at the end. */
final class LegForm {

    private static final int NOT_DIALED = 1;
    private static final int DIALED = 2;

    private LegForm() {}

    static void write(BlockWriter out, Leg leg) {
        int block = out.open();
        out.number(Enums.number(leg.role));
        out.text(leg.dn);
        out.text(leg.call);
        out.number(leg.openedAt);
        out.flag(leg.inbound);
        out.flag(leg.alerts);
        out.flag(leg.answered);
        out.number(leg.answeredAt);
        out.number(leg.invitedBy);
        out.text(leg.ani);
        out.text(leg.dnis);
        out.text(leg.target);
        out.text(leg.onBehalfOf);
        out.flag(leg.held);
        out.number(leg.heldAt);
        out.flag(leg.canHear);
        out.flag(leg.canSpeak);
        out.number(leg.partyBits);
        out.flag(leg.ended);
        out.number(leg.leftAt);
        out.number(leg.endedAt);
        out.flag(leg.transferring);
        out.flag(leg.afterCallWorkRequired);
        out.flag(leg.inAfterCallWork);
        out.flag(leg.awaitsDisposition);
        out.text(leg.wrapUpCode);
        out.texts(leg.vqids);
        out.text(leg.offeredTo);
        out.number(leg.clearedAt);
        out.number(leg.targetReleasedAt);
        out.texts(leg.parties);
        out.text(leg.transferredBy);
        int[] counts = leg.counts();
        out.number(counts.length);
        for (int count : counts) {
            out.number(count);
        }
        out.number(leg.dialed ? DIALED : NOT_DIALED);
        out.close(block);
    }

    static void read(BlockReader reader, LegTable table) {
        BlockReader in = reader.block();
        Leg leg = table.add(Enums.of(Role.values(), in.smallNumber()), in.text(), in.text(), in.number());
        leg.inbound = in.flag();
        leg.alerts = in.flag();
        leg.answered = in.flag();
        leg.answeredAt = in.number();
        leg.invitedBy = in.smallNumber();
        leg.ani = in.text();
        leg.dnis = in.text();
        leg.target = in.text();
        leg.onBehalfOf = in.text();
        leg.held = in.flag();
        leg.heldAt = in.number();
        leg.canHear = in.flag();
        leg.canSpeak = in.flag();
        leg.partyBits = in.smallNumber();
        leg.ended = in.flag();
        leg.leftAt = in.number();
        leg.endedAt = in.number();
        leg.transferring = in.flag();
        leg.afterCallWorkRequired = in.flag();
        leg.inAfterCallWork = in.flag();
        leg.awaitsDisposition = in.flag();
        leg.wrapUpCode = in.text();
        leg.vqids = List.copyOf(in.texts());
        leg.offeredTo = in.text();
        leg.clearedAt = in.number();
        leg.targetReleasedAt = in.number();
        leg.parties = List.copyOf(in.texts());
        leg.transferredBy = in.text();
        int[] counts = leg.counts();
        int stored = in.smallNumber();
        for (int i = 0; i < stored; i++) {
            int count = in.smallNumber();
            if (i < counts.length) {
                counts[i] = count;
            }
        }
        int dialed = in.smallNumber();
        // forms before 1.0.0 had one fact for both
        leg.dialed = dialed == 0 ? !leg.inbound && leg.isInternal() : dialed == DIALED;
    }
}
