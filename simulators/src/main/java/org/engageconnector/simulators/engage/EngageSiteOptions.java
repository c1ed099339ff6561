package org.engageconnector.simulators.engage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What site to simulate.
 *
 * @param agents 1 to 100,000
 * @param switches 1 to 26; each has its SIP Server pair
 * @param seed of names, skills and groups
 * @param firstPort the site's ports are this and those that follow: Config DB, Stat Servers, SIP Servers, faults; 0 for any
 *     free ports
 * @param encoding in which SIP Servers and Stat Servers write their text
 * @param applicationPassword what clients of SIP Servers must give; empty for none
 * @param hybridIntegration annex of the transaction {@code hybrid_integration}: section, key, value
 */
public record EngageSiteOptions(
        int agents,
        int switches,
        long seed,
        int firstPort,
        Charset encoding,
        String applicationPassword,
        Map<String, Map<String, String>> hybridIntegration) {

    /** One switch, any free ports, text in UTF-8, a password, no OAuth client in the Config DB. */
    public static EngageSiteOptions of(int agents, long seed) {
        return new EngageSiteOptions(agents, 1, seed, 0, StandardCharsets.UTF_8, "tkv-secret", Map.of());
    }

    public EngageSiteOptions withSwitches(int number) {
        return new EngageSiteOptions(agents, number, seed, firstPort, encoding, applicationPassword, hybridIntegration);
    }

    public EngageSiteOptions withFirstPort(int port) {
        return new EngageSiteOptions(agents, switches, seed, port, encoding, applicationPassword, hybridIntegration);
    }

    public EngageSiteOptions withEncoding(Charset other) {
        return new EngageSiteOptions(agents, switches, seed, firstPort, other, applicationPassword, hybridIntegration);
    }

    /** With the OAuth client of all three roles in the transaction {@code hybrid_integration}. */
    public EngageSiteOptions withOAuthClient(String clientId, String clientSecret) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        for (String role : new String[] {"config_sync", "agent_state_sync", "conversation_provider"}) {
            Map<String, String> section = new LinkedHashMap<>();
            section.put("client_id", clientId);
            section.put("client_secret", clientSecret);
            sections.put(role, section);
        }
        sections.get("agent_state_sync").put("agent_polling_interval", "30");
        return new EngageSiteOptions(agents, switches, seed, firstPort, encoding, applicationPassword, sections);
    }

    int port(int offset) {
        return firstPort == 0 ? 0 : firstPort + offset;
    }
}
