package org.engageconnector.processors.conversation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;

/** The cast of the golden scenarios as a directory. */
final class Cast implements SiteDirectory {

    final long start;
    final Map<String, String> symbols = new HashMap<>();
    final Map<String, String> users = new HashMap<>();
    final Map<String, String> queues = new HashMap<>();
    final Map<String, String> codes = new HashMap<>();
    private final String source;
    private final Map<String, DnKind> kinds = new HashMap<>();
    private final Map<String, String> agentOfLogin = new HashMap<>();
    private final Map<String, String> agentOfDn = new HashMap<>();
    final Set<String> agentDns = new HashSet<>();

    Cast(JsonNode cast) {
        start = Instant.parse(cast.get("start").asText()).toEpochMilli();
        source = cast.get("source").asText();
        cast.get("symbols")
                .properties()
                .forEach(e -> symbols.put(e.getKey(), e.getValue().asText()));
        cast.get("queues").properties().forEach(e -> {
            queues.put(e.getKey(), e.getValue().asText());
            kinds.put(e.getKey(), DnKind.VIRTUAL_QUEUE);
        });
        cast.get("wrapUpCodes")
                .properties()
                .forEach(e -> codes.put(e.getKey(), e.getValue().asText()));
        cast.get("agents").properties().forEach(e -> {
            String dn = e.getValue().get("dn").asText();
            users.put(e.getKey(), e.getValue().get("user").asText());
            agentOfLogin.put(e.getValue().get("loginCode").asText(), e.getKey());
            agentOfDn.put(dn, e.getKey());
            agentDns.add(dn);
            kinds.put(dn, DnKind.EXTENSION);
        });
        cast.get("unmapped").get("extensions").forEach(dn -> kinds.put(dn.asText(), DnKind.EXTENSION));
        cast.get("unmapped").get("queues").forEach(dn -> kinds.put(dn.asText(), DnKind.VIRTUAL_QUEUE));
        cast.get("noLeg").get("routePoints").forEach(dn -> kinds.put(dn.asText(), DnKind.ROUTE_POINT));
        cast.get("noLeg").get("mediaServices").forEach(dn -> kinds.put(dn.asText(), DnKind.OTHER));
        cast.get("noLeg").get("huntGroups").forEach(dn -> kinds.put(dn.asText(), DnKind.OTHER));
    }

    String symbol(String value) {
        return symbols.getOrDefault(value, value);
    }

    @Override
    public DnKind kind(String dn) {
        return kinds.getOrDefault(dn, DnKind.UNKNOWN);
    }

    @Override
    public String agentOfLogin(String loginCode) {
        return agentOfLogin.get(loginCode);
    }

    @Override
    public String agentOfPlace(String dn) {
        return agentOfDn.get(dn);
    }

    @Override
    public String userOf(String agent) {
        return users.get(agent);
    }

    @Override
    public String queueOf(String virtualQueue) {
        return queues.get(virtualQueue);
    }

    @Override
    public String wrapUpCodeOf(String value) {
        return codes.get(value);
    }

    @Override
    public String sourceId() {
        return source;
    }
}
