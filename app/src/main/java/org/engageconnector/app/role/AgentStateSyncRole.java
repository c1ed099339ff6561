package org.engageconnector.app.role;

import org.engageconnector.app.settings.Role;

/** The wiring of AgentStateSync. */
final class AgentStateSyncRole implements RoleBeans {

    @Override
    public Role role() {
        return Role.AGENT_STATE_SYNC;
    }

    @Override
    public void bind(RoleContext context) {
        context.status("instance", () -> context.settings().text("ex.instance-id"));
    }
}
