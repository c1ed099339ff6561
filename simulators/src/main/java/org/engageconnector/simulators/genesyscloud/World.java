package org.engageconnector.simulators.genesyscloud;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.genesyscloud.access.Tokens;
import org.engageconnector.simulators.genesyscloud.events.EventIntake;
import org.engageconnector.simulators.genesyscloud.faults.Faults;
import org.engageconnector.simulators.genesyscloud.memory.EventLedger;
import org.engageconnector.simulators.genesyscloud.memory.RequestLedger;
import org.engageconnector.simulators.genesyscloud.org.Organisation;
import org.engageconnector.simulators.genesyscloud.watch.Summary;

/** Everything a simulator holds. Its monitor is the simulator's one lock: every request is handled under it, whole. */
final class World {

    final Organisation organisation;
    final Map<String, OAuthClient> clients;
    final Tokens tokens;
    final Faults faults = new Faults();
    final EventLedger events;
    final RequestLedger requests;
    final EventIntake intake;
    final AtomicInteger requestsPerMinute;
    final Set<String> refusedQueueNames;

    World(GenesysCloudSimulatorBuilder settings) {
        organisation =
                new Organisation(settings.organisationId, settings.organisationName, settings.limits, settings.clock);
        clients = Map.copyOf(settings.clients);
        tokens = new Tokens(settings.clients.values(), settings.tokenLifeSeconds);
        events = new EventLedger(settings.rememberedEvents);
        requests = new RequestLedger(settings.rememberedRequests);
        intake = new EventIntake(organisation, settings.rules, faults, events, tokens::check);
        requestsPerMinute = new AtomicInteger(settings.requestsPerMinute);
        refusedQueueNames = settings.refusedQueueNames;
    }

    /** The counters now. */
    Summary summary(long now) {
        return Summary.of(organisation, events, requests, intake, tokens, requestsPerMinute.get(), now);
    }
}
