package org.engageconnector.app.role;

import java.util.Optional;
import org.engageconnector.app.settings.Role;

/** The wiring of AgentStateSync. */
final class AgentStateSyncRole implements RoleBeans {

    @Override
    public Role role() {
        return Role.AGENT_STATE_SYNC;
    }

    @Override
    public void bind(RoleContext context) {
        EngageServers.configure(context);
    }

    @Override
    public Optional<String> notYet(RoleContext context) {
        return context.configSyncHasRun();
    }
}
