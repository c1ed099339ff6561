package org.engageconnector.app.role;

import java.util.Map;
import java.util.Optional;
import org.engageconnector.app.settings.ConversationSettings;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.tenant.AnswerHistory;
import org.engageconnector.app.tenant.CallWatch;
import org.engageconnector.processors.conversation.CallEngineStep;
import org.engageconnector.processors.conversation.EngineMeters;
import org.engageconnector.processors.conversation.EnrichCalls;

/** The wiring of ConversationProvider. */
final class ConversationProviderRole implements RoleBeans {

    @Override
    public Role role() {
        return Role.CONVERSATION_PROVIDER;
    }

    @Override
    public void bind(RoleContext context) {
        EngageComponents.configureTServer(context);
        CallEngineStep engine = context.bind(
                "callEngine",
                new CallEngineStep(ConversationSettings.of(context.settings()), new EngineMeters(context.meters())));
        context.bind("enrichFromIdMap", new EnrichCalls(context.directory(), CallEngineStep.DIRECTORY));
        context.bind("calls", new CallsPage(engine));
        context.readyWithWholeIdMap();
        AnswerHistory answers = new AnswerHistory(context.historyMillis());
        CallWatch watch = new CallWatch(engine, context.redis(), answers, context.historyMillis());
        context.watch().publish(watch::publish);
        context.watch().answerWith(watch::answer);
        DeliveryWiring.delivering(context, Map.of(), answers);
    }

    @Override
    public Optional<String> notYet(RoleContext context) {
        return context.configSyncHasRun();
    }
}
