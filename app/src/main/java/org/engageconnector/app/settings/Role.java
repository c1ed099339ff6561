package org.engageconnector.app.settings;

import java.util.Arrays;
import java.util.Optional;

/** The three roles, with the names and ports that users and Genesys' own documents know. */
public enum Role {
    CONFIG_SYNC("config-sync", 3640),
    AGENT_STATE_SYNC("agent-state-sync", 3630),
    CONVERSATION_PROVIDER("conversation-provider", 3650);

    private final String id;

    private final int port;

    Role(String id, int port) {
        this.id = id;
        this.port = port;
    }

    /** The name on the command line, in settings, logs and metrics. */
    public String id() {
        return id;
    }

    /** The default HTTP port. */
    public int port() {
        return port;
    }

    /** The section of the {@code hybrid_integration} transaction that is this role's. */
    public String transactionSection() {
        return id.replace('-', '_');
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
