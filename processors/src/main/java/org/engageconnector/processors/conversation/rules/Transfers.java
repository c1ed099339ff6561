package org.engageconnector.processors.conversation.rules;

import java.util.List;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.EventType;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;
import org.engageconnector.processors.conversation.state.Transfer;
import org.engageconnector.processors.conversation.state.Wait;

/** Single-step transfers: T1. Order: command, destination leg, progress, end of the leaving leg, end of the command. */
final class Transfers {

    private final Rules rules;
    private final Turn turn;

    Transfers(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** A DN leaves by a transfer: of its open consult (T4), or in a single step (T1). */
    void leave(Leg leg, Evidence e) {
        Consult consult = rules.consults.openBy(leg);
        if (consult != null && rules.consults.goesTo(consult, e)) {
            rules.consults.complete(consult, e.at());
            return;
        }
        Leg object = turn.objectFor(leg);
        if (object == null) {
            turn.out.by("T1");
            rules.ends.end(leg, e.at(), DisconnectType.TRANSFER);
            return;
        }
        leg.transferring = true;
        leg.leftAt = e.at();
        int n = 1;
        for (Transfer other : turn.table().transfers()) {
            n += other.leaving == leg.index ? 1 : 0;
        }
        boolean waits = e.thirdDn() == null || isRouting(e.thirdKind());
        Transfer transfer =
                new Transfer(turn.table().transfers().size(), leg.index, e.at(), e.thirdDn(), waits, n, object.index);
        transfer.outside = !waits && e.thirdKind() == DnKind.UNKNOWN;
        turn.table().transfers().add(transfer);
        if (!waits) {
            command(transfer, e.thirdUser() != null ? Role.USER : Role.PHONE, e.thirdDn(), e.thirdUser());
        }
        Leg destination = alreadyThere(transfer, leg);
        if (destination != null) {
            if (transfer.command == null) {
                command(transfer, destination.role, destination.dn, destination.target);
            }
            arrive(transfer, destination, e.at());
        } else {
            turn.table()
                    .waits()
                    .add(new Wait(
                            e.at() + turn.settings.windows().lag(),
                            Wait.Kind.TRANSFER_DESTINATION,
                            transfer.index,
                            leg.call,
                            turn.basis));
        }
    }

    private static boolean isRouting(DnKind kind) {
        return kind == DnKind.ROUTE_POINT || kind == DnKind.VIRTUAL_QUEUE || kind == DnKind.OTHER;
    }

    /** Whether a transfer under way goes to that DN. */
    boolean goesTo(String dn) {
        return turn.table().transfers().stream()
                .anyMatch(transfer -> transfer.waitsForDestination() && dn.equals(transfer.to));
    }

    /** Before a destination leg is established its transfer's command goes out, with the time of the release. */
    void beforeLeg(Role role, String dn, String target, long at) {
        for (Transfer transfer : turn.table().transfers()) {
            if (transfer.command == null && isFor(transfer, role, dn, at)) {
                command(transfer, role, dn, target);
            }
        }
    }

    /** After it, the progress and the end of the leg that left; gives the time of the last event. */
    long afterLeg(Leg leg, long sent) {
        long at = sent;
        for (Transfer transfer : turn.table().transfers()) {
            if (transfer.leaving != leg.index && isFor(transfer, leg.role, leg.dn, leg.openedAt)) {
                at = arrive(transfer, leg, at + 1);
            }
        }
        return at;
    }

    private boolean isFor(Transfer transfer, Role role, String dn, long at) {
        if (!transfer.waitsForDestination() || at < transfer.at) {
            return false;
        }
        return transfer.waitsForNext ? role != Role.CUSTOMER : dn.equals(transfer.to);
    }

    private void command(Transfer transfer, Role role, String dn, String target) {
        transfer.command = switch (role) {
            case USER -> EventType.USER_TRANSFER;
            case QUEUE -> EventType.ROUTING_TRANSFER;
            default -> EventType.PHONE_TRANSFER;
        };
        turn.out.by("T1");
        turn.out.transfer(transfer, turn.table().leg(transfer.object), target == null ? dn : target);
    }

    private long arrive(Transfer transfer, Leg destination, long at) {
        transfer.destination = destination.index;
        Leg leaving = turn.table().leg(transfer.leaving);
        turn.out.by("T1");
        long sent = turn.out.progressTransfer(transfer, turn.table().leg(transfer.object), destination, at);
        turn.out.by("T1");
        sent = rules.ends.end(leaving, sent + 1, type(transfer));
        if (destination.role == Role.QUEUE || destination.connected()) {
            sent = finish(transfer, true, sent + 1);
        }
        return sent;
    }

    private static DisconnectType type(Transfer transfer) {
        return switch (transfer.command) {
            case USER_TRANSFER -> DisconnectType.TRANSFER_USER;
            case ROUTING_TRANSFER -> DisconnectType.TRANSFER_ACD;
            default -> DisconnectType.TRANSFER;
        };
    }

    private long finish(Transfer transfer, boolean completed, long at) {
        transfer.ended = true;
        turn.out.by("T1");
        return turn.out.endTransfer(transfer, turn.table().leg(transfer.object), completed, at);
    }

    /** The destination answered. */
    void answered(Leg leg, long at) {
        for (Transfer transfer : turn.table().transfers()) {
            if (!transfer.ended && transfer.destination == leg.index) {
                finish(transfer, true, at + 1);
            }
        }
    }

    /** The destination left without an answer. */
    void destinationLeft(Leg leg, long at) {
        for (Transfer transfer : turn.table().transfers()) {
            if (!transfer.ended && transfer.destination == leg.index) {
                finish(transfer, false, at + 1);
            }
        }
    }

    /** Nothing started where the call went: no command when it was unknown, and the leaving leg ends all the same. */
    void noDestination(int index) {
        Transfer transfer = turn.table().transfers().get(index);
        Leg leaving = turn.table().leg(transfer.leaving);
        if (!transfer.waitsForDestination() || transfer.outside && deletedAfter(transfer)) {
            return;
        }
        if (transfer.command == null) {
            transfer.ended = true;
            turn.out.by("T1");
            rules.ends.end(leaving, transfer.at, DisconnectType.TRANSFER);
        } else {
            turn.out.by("T1");
            rules.ends.end(leaving, transfer.at, type(transfer));
        }
    }

    /** E1 tells the end of a call that was taken over outside, once its last words are in. */
    private boolean deletedAfter(Transfer transfer) {
        long deletedAt = turn.table().track(turn.table().leg(transfer.leaving).call).deletedAt;
        return deletedAt >= transfer.at;
    }

    /** T1: the transfer of a call to an outside number for which no party came; {@code null} when there is none. */
    Transfer leavingTheSwitch(String call) {
        for (Transfer transfer : turn.table().transfers()) {
            if (transfer.outside
                    && transfer.waitsForDestination()
                    && turn.table().leg(transfer.leaving).call.equals(call)) {
                return transfer;
            }
        }
        return null;
    }

    /** T1: the call was deleted without a party for the number: somebody else carries it now, and nobody hung up. */
    void leftTheSwitch(Transfer transfer, List<Leg> open, long at) {
        long sent = finish(transfer, true, at);
        Leg leaving = turn.table().leg(transfer.leaving);
        turn.out.by("T1");
        sent = rules.ends.end(leaving, sent + 1, DisconnectType.TRANSFER);
        for (Leg leg : open) {
            if (leg.live()) {
                turn.out.by("T1");
                sent = rules.ends.end(leg, sent + 1, DisconnectType.TRANSFER);
            }
        }
    }

    /** The destination's leg may have been seen before the leaving DN's words. */
    private Leg alreadyThere(Transfer transfer, Leg leaving) {
        Leg there = null;
        for (Leg leg : turn.table().legs()) {
            boolean candidate = leg != leaving && leg.live() && leg.index > leaving.index;
            if (!candidate) {
                continue;
            }
            if (transfer.waitsForNext
                    ? transfer.to == null && leaving.dn.equals(leg.transferredBy)
                            || leg.role != Role.CUSTOMER && leg.openedAt >= transfer.at
                    : leg.dn.equals(transfer.to)) {
                there = leg;
            }
        }
        return there;
    }
}
