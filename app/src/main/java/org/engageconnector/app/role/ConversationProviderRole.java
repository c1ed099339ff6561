package org.engageconnector.app.role;

import java.util.Map;
import java.util.Optional;
import org.engageconnector.app.settings.Role;

/** The wiring of ConversationProvider. */
final class ConversationProviderRole implements RoleBeans {

    @Override
    public Role role() {
        return Role.CONVERSATION_PROVIDER;
    }

    @Override
    public void bind(RoleContext context) {
        EngageServers.configureTServer(context);
        DeliveryParts.delivering(context, Map.of());
    }

    @Override
    public Optional<String> notYet(RoleContext context) {
        return context.configSyncHasRun();
    }
}
