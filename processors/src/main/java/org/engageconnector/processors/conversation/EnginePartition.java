package org.engageconnector.processors.conversation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Step;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvException;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.engageconnector.processors.conversation.output.IsoTime;
import org.engageconnector.processors.conversation.state.Basis;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of one partition, between the journal's steps. When a step was not committed, or the owner changed, the engine is
 * built again from what was committed.
 */
final class EnginePartition {

    private static final Logger LOG = LoggerFactory.getLogger(EnginePartition.class);
    private static final String FRAME = "frame";

    private final String name;
    private final EngineSettings settings;
    private final EngineMeters meters;
    private CallEngine engine;
    private long ownership;
    private boolean committed;
    private volatile int liveCalls;

    EnginePartition(String name, EngineSettings settings, EngineMeters meters) {
        this.name = name;
        this.settings = settings;
        this.meters = meters;
    }

    /** Gives the entries for the journal of conversation events. */
    synchronized List<NewEntry> run(Step step, SiteDirectory directory) {
        List<NewEntry> entries = new ArrayList<>();
        if (engine == null || !committed || ownership != step.ownership()) {
            engine = CallEngine.restored(name, settings, meters, step.states());
            ownership = step.ownership();
        }
        committed = false;
        for (JournalEntry entry : step.entries()) {
            read(entry, directory, entries);
        }
        if (step.drained()) {
            engine.runOn(step.redisTime(), directory, event -> entries.add(entry(event, step.redisTime())));
        }
        engine.takeChanges().forEach(step::put);
        step.onCommit(() -> {
            committed = true;
            liveCalls = engine.liveCalls();
            entries.forEach(entry -> meters.sent(entry.kind()));
        });
        return entries;
    }

    private void read(JournalEntry entry, SiteDirectory directory, List<NewEntry> entries) {
        long arrived = entry.appendedAt();
        if (!FRAME.equals(entry.kind())) {
            engine.control(entry.kind(), entry.key(), entry.headers(), arrived);
            return;
        }
        Family family = Family.of(entry.key());
        if (family == null) {
            meters.odd("unknown-family", entry.key());
            return;
        }
        Message message;
        try {
            message = Tkv.decode(entry.body());
        } catch (TkvException e) {
            meters.odd("not-a-frame", entry.id());
            return;
        }
        engine.event(family, message, arrived, directory, event -> entries.add(entry(event, arrived)));
    }

    private NewEntry entry(ConversationEvent event, long arrived) {
        if (LOG.isDebugEnabled()) {
            log(event);
        }
        // A wait was due in engine time; the evidence counts from the same moment in Redis' time
        long evidenceAt = event.due() == 0 ? arrived : arrived - Math.max(0, engine.clock() - event.due());
        Map<String, String> headers = Map.of(
                "eventId", event.eventId(),
                "callUuid", event.callUuid(),
                "evidenceAt", Long.toString(evidenceAt));
        byte[] body = event.json().getBytes(StandardCharsets.UTF_8);
        return new NewEntry(event.conversationId(), event.list(), headers, body);
    }

    /** For support: by which rule, and by which message of Engage. Said again when a step has to be taken again. */
    private void log(ConversationEvent event) {
        Basis basis = event.basis();
        LOG.debug(
                "{}: call {}, {} {} by rule {}, made by {} {}{} at {}{}",
                name,
                event.callUuid(),
                event.list(),
                event.eventId(),
                event.rule(),
                basis.family() == null ? "no message" : basis.family().name().toLowerCase(Locale.ROOT),
                basis.source().name(),
                basis.dn() == null ? "" : " of " + basis.dn(),
                IsoTime.text(basis.at()),
                basis.waitedUntil() == 0 ? "" : ", after a wait until " + IsoTime.text(basis.waitedUntil()));
    }

    int liveCalls() {
        return liveCalls;
    }

    synchronized List<CallView> calls() {
        return engine == null ? List.of() : engine.views().all();
    }

    synchronized Optional<CallView.Detail> call(String callUuid) {
        return engine == null ? Optional.empty() : engine.views().one(callUuid);
    }
}
