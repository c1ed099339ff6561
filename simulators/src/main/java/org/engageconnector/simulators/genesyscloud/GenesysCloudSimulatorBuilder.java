package org.engageconnector.simulators.genesyscloud;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.genesyscloud.access.Permissions;
import org.engageconnector.simulators.genesyscloud.events.EventIntake;
import org.engageconnector.simulators.genesyscloud.org.OrganisationLimits;

/**
 * How a simulated Genesys Cloud behaves. What is not set is strict (docs/simulators.md#what-it-refuses): 300 requests a
 * minute and token, a client per role with the permissions it needs, a malformed event fails alone.
 */
public final class GenesysCloudSimulatorBuilder {

    private static final int MILLION = 1_000_000;

    int port;
    String organisationId = UUID.randomUUID().toString();
    String organisationName = "Simulated organisation";
    final Map<String, OAuthClient> clients = new LinkedHashMap<>();
    int requestsPerMinute = 300;
    long tokenLifeSeconds = 86_400;
    Set<String> refusedQueueNames = Set.of("VQ_Unmapped");
    OrganisationLimits limits = OrganisationLimits.DEFAULT;
    EventIntake.Rules rules = new EventIntake.Rules(false, true, MILLION / 10, MILLION);
    int rememberedEvents = MILLION / 5;
    int rememberedRequests = MILLION / 20;
    LongSupplier clock = steadyClock();

    GenesysCloudSimulatorBuilder() {
        clients.put("config-sync", client("config-sync", Permissions.CONFIG_SYNC));
        clients.put("agent-state-sync", client("agent-state-sync", Permissions.AGENT_STATES));
        clients.put("conversation-provider", client("conversation-provider", Permissions.CONVERSATIONS));
    }

    /** Port on loopback; 0 (default) for any free one. */
    public GenesysCloudSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /** Id and name of the organisation; a random id when not set. */
    public GenesysCloudSimulatorBuilder organisation(String id, String name) {
        organisationId = id;
        organisationName = name;
        return this;
    }

    /** The OAuth client of a role; replaces the one made for it. Roles outside the connector's three may be added. */
    public GenesysCloudSimulatorBuilder client(String role, OAuthClient client) {
        clients.put(role, client);
        return this;
    }

    /** Quota of one token in a sliding minute. */
    public GenesysCloudSimulatorBuilder requestsPerMinute(int value) {
        requestsPerMinute = value;
        return this;
    }

    /** Life of a token, its {@code expires_in}. */
    public GenesysCloudSimulatorBuilder tokenLifeSeconds(long value) {
        tokenLifeSeconds = value;
        return this;
    }

    /** Queue names that are refused with 400; {@code VQ_Unmapped} when not set. */
    public GenesysCloudSimulatorBuilder refusedQueueNames(Set<String> value) {
        refusedQueueNames = Set.copyOf(value);
        return this;
    }

    /** Limits of the organisation, and whether a conflict is 409 or 400. */
    public GenesysCloudSimulatorBuilder limits(OrganisationLimits value) {
        limits = value;
        return this;
    }

    /** Rules of the event endpoints that may be set. */
    public GenesysCloudSimulatorBuilder rules(EventIntake.Rules value) {
        rules = value;
        return this;
    }

    /** Posted events and requests that are kept whole for queries; the counters know all. For long soaks. */
    public GenesysCloudSimulatorBuilder remember(int events, int requests) {
        rememberedEvents = events;
        rememberedRequests = requests;
        return this;
    }

    /** Milliseconds since 1970; must never run back. */
    public GenesysCloudSimulatorBuilder clock(LongSupplier value) {
        clock = value;
        return this;
    }

    /** Starts it. */
    public GenesysCloudSimulator start() {
        return new GenesysCloudSimulator(new World(this), port, clock);
    }

    private static OAuthClient client(String role, Set<String> permissions) {
        String secret = UUID.randomUUID().toString().replace("-", "");
        return new OAuthClient(UUID.randomUUID().toString(), secret, role, permissions);
    }

    /** Wall time that does not jump when the machine's clock is set. */
    private static LongSupplier steadyClock() {
        long wall = System.currentTimeMillis();
        long start = System.nanoTime();
        return () -> wall + (System.nanoTime() - start) / MILLION;
    }
}
