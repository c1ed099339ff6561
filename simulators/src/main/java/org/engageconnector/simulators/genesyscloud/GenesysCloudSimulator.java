package org.engageconnector.simulators.genesyscloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Faults;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.HttpServer;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedRequest;
import org.engageconnector.simulators.genesyscloud.org.Surprises;
import org.engageconnector.simulators.genesyscloud.watch.FaultEndpoints;
import org.engageconnector.simulators.genesyscloud.watch.Summary;

/**
 * A strict Genesys Cloud on a port of loopback: login, provisioning, the three event endpoints, a memory for assertions, and a
 * page to watch. Thread-safe; everything happens under one lock.
 */
public final class GenesysCloudSimulator implements AutoCloseable, FaultEndpoints.Network {

    private final World world;
    private final LongSupplier clock;
    private final HttpServer server;

    GenesysCloudSimulator(World world, int port, LongSupplier clock) {
        this.world = world;
        this.clock = clock;
        PlatformApi platform = new PlatformApi(world, Endpoints.platform(world));
        Router watching = Endpoints.watching(world, clock, this);
        server = new HttpServer(port, request -> answer(platform, watching, request), clock);
    }

    /** Settings of a simulator that is to start. */
    public static GenesysCloudSimulatorBuilder builder() {
        return new GenesysCloudSimulatorBuilder();
    }

    private Answer answer(PlatformApi platform, Router watching, Request request) {
        synchronized (world) {
            return watching.find(request.method(), request.path())
                    .map(match -> match.route().endpoint().answer(request.with(match.variables())))
                    .orElseGet(() -> platform.apply(request));
        }
    }

    public int port() {
        return server.port();
    }

    /** API and login address in one; also the address of the page. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public String organisationId() {
        return world.organisation.id();
    }

    /** The OAuth client of a role. */
    public OAuthClient client(String role) {
        return world.clients.get(role);
    }

    /** The settings a connector needs to use this organisation, secrets included. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ex.org-id", organisationId());
        properties.put("ex.genesys-cloud.api-url", url());
        properties.put("ex.genesys-cloud.login-url", url());
        world.clients.forEach((role, client) -> {
            properties.put("ex." + role + ".genesys-cloud.client-id", client.id());
            properties.put("ex." + role + ".genesys-cloud.client-secret", client.secret());
        });
        return properties;
    }

    /** Posted events that are remembered and fit, in order of arrival. */
    public List<RecordedEvent> events(Predicate<RecordedEvent> fits) {
        synchronized (world) {
            return world.events.find(fits, Integer.MAX_VALUE);
        }
    }

    /** Accepted events that are remembered, in order of arrival. */
    public List<RecordedEvent> accepted() {
        return events(event -> event.outcome() == RecordedEvent.Outcome.ACCEPTED);
    }

    /** Refused events that are remembered, in order of arrival. */
    public List<RecordedEvent> refused() {
        return events(event -> event.outcome() == RecordedEvent.Outcome.REFUSED);
    }

    /** Requests that are remembered, in order of arrival. */
    public List<RecordedRequest> requests() {
        synchronized (world) {
            return world.requests.all();
        }
    }

    /** Counters since the start. */
    public Summary summary() {
        synchronized (world) {
            return world.summary(clock.getAsLong());
        }
    }

    /** Switches a fault on; the id is for {@link #removeFault}. */
    public String addFault(Fault fault) {
        synchronized (world) {
            return world.faults.add(fault);
        }
    }

    /** How often a fault has hit; 0 for one that is not on. */
    public long hits(String id) {
        synchronized (world) {
            return world.faults.all().stream()
                    .filter(armed -> armed.id().equals(id))
                    .mapToLong(Faults.Armed::hits)
                    .sum();
        }
    }

    /** Switches a fault off; false when it was not on. */
    public boolean removeFault(String id) {
        synchronized (world) {
            return world.faults.remove(id);
        }
    }

    /** Switches every fault off. */
    public void clearFaults() {
        synchronized (world) {
            world.faults.clear();
        }
    }

    /** Changes the quota of every token. */
    public void requestsPerMinute(int value) {
        world.requestsPerMinute.set(value);
    }

    /** Whether a malformed event fails its whole request with 400, or only itself. */
    public void malformedFailsRequest(boolean value) {
        synchronized (world) {
            world.intake.malformedFailsRequest(value);
        }
    }

    /** Makes every presence source unknown, as if the connector had a wrong {@code sourceId}; or makes them good again. */
    public void deactivateSources(boolean on) {
        synchronized (world) {
            world.organisation.sources().all(source -> true).forEach(source -> source.put("deactivated", on));
        }
    }

    /** What this organisation surprises with from now on. */
    public void surprises(Surprises value) {
        synchronized (world) {
            world.organisation.surprises(value);
        }
    }

    /** Makes a user a member of a queue as if a group of theirs were. */
    public void addGroupMember(String queueId, String userId) {
        synchronized (world) {
            world.organisation.groupMembersOf(queueId).add(userId);
        }
    }

    /** The next PUTs of a queue clash with another version of it. */
    public void clash(String queueId, int times) {
        synchronized (world) {
            world.organisation.clash(queueId, times);
        }
    }

    /** Makes every token invalid: the next call of each client is a 401. */
    public void revokeTokens() {
        synchronized (world) {
            world.tokens.revokeAll();
        }
    }

    @Override
    public void dropConnections() {
        server.dropConnections();
    }

    @Override
    public void outage(long millis) {
        server.outage(millis);
    }

    @Override
    public void close() {
        server.close();
    }
}
