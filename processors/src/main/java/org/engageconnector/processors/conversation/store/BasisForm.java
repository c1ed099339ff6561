package org.engageconnector.processors.conversation.store;

import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.Source;
import org.engageconnector.processors.conversation.state.Basis;

/** The stored form of what made an event. What a version before did not store reads as {@link Basis#NONE}. */
final class BasisForm {

    private BasisForm() {}

    static void write(BlockWriter out, Basis basis) {
        int block = out.open();
        if (basis.family() != null) {
            out.number(Enums.number(basis.family()));
            out.number(basis.at());
            out.number(basis.source().message());
            out.number(basis.source().sequence());
            out.text(basis.dn());
            out.number(basis.waitedUntil());
        }
        out.close(block);
    }

    static Basis read(BlockReader reader) {
        BlockReader in = reader.block();
        if (in.atEnd()) {
            return Basis.NONE;
        }
        Family family = Enums.of(Family.values(), in.smallNumber());
        return new Basis(in.number(), family, new Source(in.smallNumber(), in.number()), in.text(), in.number());
    }
}
