package org.engageconnector.processors.conversation.store;

import org.engageconnector.processors.conversation.state.CallTrack;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.EventType;
import org.engageconnector.processors.conversation.state.LegTable;
import org.engageconnector.processors.conversation.state.Transfer;
import org.engageconnector.processors.conversation.state.Wait;

/** The stored form of what is believed of a conversation. New values go at the end of their block. */
final class TableForm {

    private TableForm() {}

    static void write(BlockWriter out, LegTable table) {
        int block = out.open();
        out.number(table.time);
        out.flag(table.begun);
        out.flag(table.startMet);
        out.number(table.legs().size());
        table.legs().forEach(leg -> LegForm.write(out, leg));
        out.number(table.consults().size());
        table.consults().forEach(consult -> consult(out, consult));
        out.number(table.transfers().size());
        table.transfers().forEach(transfer -> transfer(out, transfer));
        out.number(table.waits().size());
        for (Wait wait : table.waits()) {
            int inner = out.open();
            out.number(wait.due());
            out.number(Enums.number(wait.kind()));
            out.number(wait.subject());
            out.text(wait.call());
            BasisForm.write(out, wait.basis());
            out.close(inner);
        }
        out.number(table.tracks().size());
        for (CallTrack track : table.tracks()) {
            int inner = out.open();
            out.text(track.call);
            out.number(track.hungUpAt);
            out.number(track.leftBehind);
            out.number(track.deletedAt);
            out.text(track.mergedInto);
            out.close(inner);
        }
        out.close(block);
    }

    static LegTable read(BlockReader reader) {
        BlockReader in = reader.block();
        LegTable table = new LegTable();
        table.time = in.number();
        table.begun = in.flag();
        table.startMet = in.flag();
        for (int i = in.count(); i > 0; i--) {
            LegForm.read(in, table);
        }
        for (int i = in.count(); i > 0; i--) {
            table.consults().add(consult(in.block()));
        }
        for (int i = in.count(); i > 0; i--) {
            table.transfers().add(transfer(in.block(), table.transfers().size()));
        }
        for (int i = in.count(); i > 0; i--) {
            BlockReader wait = in.block();
            table.waits()
                    .add(new Wait(
                            wait.number(),
                            Enums.of(Wait.Kind.values(), wait.smallNumber()),
                            wait.smallNumber(),
                            wait.text(),
                            BasisForm.read(wait)));
        }
        for (int i = in.count(); i > 0; i--) {
            BlockReader inner = in.block();
            CallTrack track = table.track(inner.text());
            track.hungUpAt = inner.number();
            track.leftBehind = inner.smallNumber();
            track.deletedAt = inner.number();
            track.mergedInto = inner.text();
        }
        return table;
    }

    private static void consult(BlockWriter out, Consult consult) {
        int block = out.open();
        out.text(consult.call);
        out.number(consult.startedAt);
        out.text(consult.initiator);
        out.number(consult.initiating);
        out.text(consult.dialed);
        out.number(consult.destination);
        out.number(consult.object);
        out.flag(consult.progressed);
        out.flag(consult.ended);
        out.flag(consult.merged);
        out.number(consult.leftAt);
        out.flag(consult.alone);
        out.close(block);
    }

    private static Consult consult(BlockReader in) {
        Consult consult = new Consult(in.text(), in.number());
        consult.initiator = in.text();
        consult.initiating = in.smallNumber();
        consult.dialed = in.text();
        consult.destination = in.smallNumber();
        consult.object = in.smallNumber();
        consult.progressed = in.flag();
        consult.ended = in.flag();
        consult.merged = in.flag();
        consult.leftAt = in.number();
        consult.alone = in.flag();
        return consult;
    }

    private static void transfer(BlockWriter out, Transfer transfer) {
        int block = out.open();
        out.number(transfer.leaving);
        out.number(transfer.at);
        out.text(transfer.to);
        out.flag(transfer.waitsForNext);
        out.number(transfer.n);
        out.number(transfer.object);
        out.number(Enums.number(transfer.command));
        out.number(transfer.destination);
        out.flag(transfer.ended);
        out.flag(transfer.outside);
        out.close(block);
    }

    private static Transfer transfer(BlockReader in, int index) {
        Transfer transfer = new Transfer(
                index, in.smallNumber(), in.number(), in.text(), in.flag(), in.smallNumber(), in.smallNumber());
        transfer.command = Enums.of(EventType.values(), in.smallNumber());
        transfer.destination = in.smallNumber();
        transfer.ended = in.flag();
        transfer.outside = in.flag();
        return transfer;
    }
}
