package org.engageconnector.processors.conversation.intake;

import java.util.HashMap;
import java.util.Map;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;

/**
 * Which agent sits at which DN: the AgentID of the DN's own event, else the last login there, else the agent whose default
 * place holds it. One thread at a time.
 */
public final class DnAgents {

    private final Map<String, String> logins = new HashMap<>();
    private final Map<String, String> changes = new HashMap<>();

    public void login(String dn, String loginCode) {
        if (dn != null && loginCode != null && !loginCode.equals(logins.put(dn, loginCode))) {
            changes.put(dn, loginCode);
        }
    }

    public void logout(String dn) {
        if (logins.remove(dn) != null) {
            changes.put(dn, "");
        }
    }

    /** What changed since the last call: DN to login code, empty for logged out. */
    public Map<String, String> takeChanges() {
        Map<String, String> taken = Map.copyOf(changes);
        changes.clear();
        return taken;
    }

    /** The agent (person DBID) at a DN; {@code null} when there is none that the directory knows. */
    public String agentAt(String dn, String loginCode, SiteDirectory directory) {
        String code = loginCode != null ? loginCode : logins.get(dn);
        return code != null ? directory.agentOfLogin(code) : directory.agentOfPlace(dn);
    }
}
