package org.engageconnector.app.role;

import org.engageconnector.app.settings.Role;

/** The wiring of ConversationProvider. */
final class ConversationProviderRole implements RoleBeans {

    @Override
    public Role role() {
        return Role.CONVERSATION_PROVIDER;
    }

    @Override
    public void bind(RoleContext context) {
        context.status("instance", () -> context.settings().text("ex.instance-id"));
    }
}
