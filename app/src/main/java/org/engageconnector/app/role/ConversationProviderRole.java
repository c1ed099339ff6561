package org.engageconnector.app.role;

import java.util.Map;
import java.util.Optional;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tenant.AnswerHistory;
import org.engageconnector.app.tenant.CallWatch;
import org.engageconnector.processors.conversation.CallEngineStep;
import org.engageconnector.processors.conversation.EngineMeters;
import org.engageconnector.processors.conversation.EnrichCalls;
import org.engageconnector.processors.conversation.state.EngineSettings;

/** The wiring of ConversationProvider. */
final class ConversationProviderRole implements RoleBeans {

    @Override
    public Role role() {
        return Role.CONVERSATION_PROVIDER;
    }

    @Override
    public void bind(RoleContext context) {
        EngageServers.configureTServer(context);
        CallEngineStep engine = context.bind(
                "callEngine", new CallEngineStep(settings(context.settings()), new EngineMeters(context.meters())));
        context.bind("enrichFromIdMap", new EnrichCalls(context.directory(), CallEngineStep.DIRECTORY));
        context.bind("calls", new CallsPage(engine));
        AnswerHistory answers = new AnswerHistory(context.historyMillis());
        CallWatch watch = new CallWatch(engine, context.redis(), answers, context.historyMillis());
        context.watch().publish(watch::publish);
        context.watch().answerWith(watch::answer);
        DeliveryWiring.delivering(context, Map.of(), answers);
    }

    private static EngineSettings settings(RoleSettings settings) {
        return new EngineSettings(
                settings.text("ex.tenant-id"),
                settings.text("ex.conversations.disposition-key"),
                settings.flag("ex.conversations.after-call-work-required"),
                settings.text("ex.conversations.outbound-queue-key"),
                settings.flag("ex.conversations.link-sites"),
                new EngineSettings.Windows(
                        window(settings, "lag"),
                        window(settings, "unknown-call-type"),
                        window(settings, "requeue"),
                        window(settings, "other-queue"),
                        window(settings, "after-call-work"),
                        window(settings, "keep-ended-call"),
                        window(settings, "keep-after-call-work"),
                        window(settings, "confirm-after-reconnect")));
    }

    private static long window(RoleSettings settings, String name) {
        return settings.duration("ex.conversations.windows." + name).toMillis();
    }

    @Override
    public Optional<String> notYet(RoleContext context) {
        return context.configSyncHasRun();
    }
}
