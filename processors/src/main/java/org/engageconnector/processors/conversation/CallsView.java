package org.engageconnector.processors.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.output.IsoTime;
import org.engageconnector.processors.conversation.output.Outbox;
import org.engageconnector.processors.conversation.state.Basis;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.CallTable;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;

/** Shows an engine's calls to people. On the engine's thread only. */
final class CallsView {

    private static final int MOST = 10_000;
    private static final int SHOWN_DIGITS = 4;
    private static final Map<Integer, String> TYPES =
            Map.of(CallFacts.INTERNAL, "internal", CallFacts.INBOUND, "inbound", CallFacts.OUTBOUND, "outbound");

    private final String server;
    private final CallTable table;
    private final Outbox outbox;

    CallsView(String server, CallTable table, Outbox outbox) {
        this.server = server;
        this.table = table;
        this.outbox = outbox;
    }

    /** The calls that are not over, 10,000 at most. */
    List<CallView> all() {
        return table.all().stream()
                .filter(conversation -> conversation.overAt < 0)
                .limit(MOST)
                .map(this::summary)
                .toList();
    }

    Optional<CallView.Detail> one(String callUuid) {
        return Optional.ofNullable(table.find(callUuid))
                .map(conversation -> new CallView.Detail(
                        summary(conversation),
                        List.copyOf(conversation.calls.keySet()),
                        conversation.table.legs().stream()
                                .map(leg -> leg(conversation, leg))
                                .toList(),
                        conversation.history.stream().map(CallsView::evidence).toList(),
                        conversation.ledger.all().stream()
                                .map(sent -> new CallView.SentView(
                                        IsoTime.text(sent.at()),
                                        sent.type().word(),
                                        sent.subject().startsWith("customer") ? "customer" : sent.subject(),
                                        sent.detail(),
                                        sent.rule(),
                                        madeBy(sent.basis())))
                                .toList()));
    }

    private CallView summary(Conversation conversation) {
        return new CallView(
                conversation.main,
                outbox.conversationId(conversation),
                server,
                TYPES.getOrDefault(conversation.type, "unknown"),
                IsoTime.text(conversation.mainFacts().beginning()),
                numbers(conversation.mainFacts()),
                conversation.started,
                (int) conversation.table.legs().stream().filter(Leg::live).count());
    }

    private static List<String> numbers(CallFacts facts) {
        return Stream.of(facts.ani, facts.dnis, facts.outsideParty)
                .filter(Objects::nonNull)
                .map(number -> number.replaceAll("[^0-9]", ""))
                .filter(digits -> digits.length() > SHOWN_DIGITS + 2)
                .map(digits -> "..." + digits.substring(digits.length() - SHOWN_DIGITS))
                .distinct()
                .toList();
    }

    private CallView.LegView leg(Conversation conversation, Leg leg) {
        return new CallView.LegView(
                outbox.legId(conversation, leg),
                leg.role.word(),
                leg.role == Role.CUSTOMER ? null : leg.dn,
                leg.target,
                IsoTime.text(leg.openedAt),
                leg.alerts && !leg.answered,
                leg.answered,
                leg.held,
                leg.ended,
                leg.awaitsDisposition && leg.inAfterCallWork);
    }

    private static List<CallView.MadeBy> madeBy(Basis basis) {
        if (basis.family() == null) {
            return List.of();
        }
        return List.of(new CallView.MadeBy(
                IsoTime.text(basis.at()),
                basis.family().name().toLowerCase(java.util.Locale.ROOT),
                basis.source().name(),
                basis.dn(),
                basis.source().sequence() == 0 ? null : basis.source().sequence(),
                basis.waitedUntil() == 0 ? null : IsoTime.text(basis.waitedUntil())));
    }

    private static CallView.EvidenceView evidence(Evidence e) {
        return new CallView.EvidenceView(
                IsoTime.text(e.at()),
                e.family().name().toLowerCase(java.util.Locale.ROOT),
                e.kind().name(),
                e.call(),
                e.dnKind() == DnKind.UNKNOWN ? null : e.dn());
    }
}
