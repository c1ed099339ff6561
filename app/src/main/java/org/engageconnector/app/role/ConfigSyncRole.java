package org.engageconnector.app.role;

import org.engageconnector.app.settings.Role;

/** The wiring of ConfigSync. */
final class ConfigSyncRole implements RoleBeans {

    @Override
    public Role role() {
        return Role.CONFIG_SYNC;
    }

    @Override
    public void bind(RoleContext context) {
        context.status("instance", () -> context.settings().text("ex.instance-id"));
    }
}
