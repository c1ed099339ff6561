package org.engageconnector.simulators.genesyscloud.access;

import java.util.Set;

/** Permissions of a custom role per connector role, as docs/simulators.md lists them. Names are Genesys Cloud's. */
public final class Permissions {

    /** For agent-state-sync. */
    public static final Set<String> AGENT_STATES = Set.of(
            "presence:userPresence:inject",
            "routing:routingstatus:inject",
            "presence:presenceDefinition:view",
            "presence:source:view");

    /** For conversation-provider. */
    public static final Set<String> CONVERSATIONS = Set.of("conversation:conversation:inject");

    /** For config-sync. */
    public static final Set<String> CONFIG_SYNC = Set.of(
            "directory:user:add",
            "directory:user:edit",
            "directory:user:view",
            "directory:user:delete",
            "routing:skill:view",
            "routing:skill:manage",
            "routing:skill:assign",
            "routing:queue:view",
            "routing:queue:add",
            "routing:queue:edit",
            "routing:queue:delete",
            "routing:queueMember:manage",
            "routing:wrapupCode:view",
            "routing:wrapupCode:add",
            "routing:wrapupCode:edit",
            "routing:wrapupCode:delete",
            "presence:source:view",
            "presence:source:add",
            "presence:source:edit",
            "presence:presenceDefinition:view",
            "presence:userPrimarySource:view",
            "presence:userPrimarySource:edit");

    private Permissions() {}
}
