package org.engageconnector.processors.conversation.rules;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.output.Outbox;
import org.engageconnector.processors.conversation.state.EventType;
import org.engageconnector.processors.conversation.state.Ledger;
import org.engageconnector.processors.conversation.state.Sent;
import org.engageconnector.processors.conversation.state.Transfer;

/**
 * Nothing stays open at Genesys Cloud when a conversation is over: a transfer that led nowhere has failed, and a leg that was
 * told and then contradicted by late evidence ends too.
 */
final class Leftovers {

    private final Turn turn;

    Leftovers(Rules rules) {
        turn = rules.turn;
    }

    void close(long at) {
        for (Transfer transfer : turn.table().transfers()) {
            if (transfer.command != null && !transfer.ended) {
                transfer.ended = true;
                turn.out.by("T1");
                turn.out.endTransfer(transfer, turn.table().leg(transfer.object), false, at);
            }
        }
        for (Sent established : unfinished(turn.conversation.ledger)) {
            turn.counter.odd("contradicted-leg", turn.conversation.main);
            turn.out.by("E1");
            turn.out.ended(Outbox.legOf(established.subject()), at, DisconnectType.ERROR, null);
        }
    }

    private static List<Sent> unfinished(Ledger ledger) {
        List<Sent> unfinished = new ArrayList<>(0);
        for (Sent sent : ledger.all()) {
            if (sent.type().establishes() && !ledger.has(sent.subject(), EventType.ENDED)) {
                unfinished.add(sent);
            }
        }
        return unfinished;
    }
}
