package org.engageconnector.simulators.genesyscloud;

import java.util.function.LongSupplier;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.org.ExternalIdEndpoints;
import org.engageconnector.simulators.genesyscloud.org.OrganisationEndpoints;
import org.engageconnector.simulators.genesyscloud.org.PresenceDefinitionEndpoints;
import org.engageconnector.simulators.genesyscloud.org.PresenceSourceEndpoints;
import org.engageconnector.simulators.genesyscloud.org.QueueEndpoints;
import org.engageconnector.simulators.genesyscloud.org.QueueMemberEndpoints;
import org.engageconnector.simulators.genesyscloud.org.QueueWrapUpCodeEndpoints;
import org.engageconnector.simulators.genesyscloud.org.SkillEndpoints;
import org.engageconnector.simulators.genesyscloud.org.UserEndpoints;
import org.engageconnector.simulators.genesyscloud.org.UserSearchEndpoint;
import org.engageconnector.simulators.genesyscloud.org.UserSkillEndpoints;
import org.engageconnector.simulators.genesyscloud.org.WrapUpCodeEndpoints;
import org.engageconnector.simulators.genesyscloud.watch.CounterEndpoints;
import org.engageconnector.simulators.genesyscloud.watch.EventEndpoints;
import org.engageconnector.simulators.genesyscloud.watch.FaultEndpoints;
import org.engageconnector.simulators.genesyscloud.watch.TimelineEndpoints;
import org.engageconnector.simulators.genesyscloud.watch.WatchPage;

/** Which endpoint answers what: the platform's own, and those for whoever watches. */
final class Endpoints {

    private Endpoints() {}

    /** The platform: everything under {@code /api/v2}. */
    static Router platform(World world) {
        Router router = new Router();
        // before /users/{id}/..., so that the word externalid is not taken for a user's id
        new ExternalIdEndpoints(world.organisation).register(router);
        new UserEndpoints(world.organisation).register(router);
        new UserSearchEndpoint(world.organisation).register(router);
        new UserSkillEndpoints(world.organisation).register(router);
        new SkillEndpoints(world.organisation).register(router);
        new QueueEndpoints(
                        world.organisation,
                        world.refusedQueueNames,
                        queue -> world.intake.conversations().waitIn(queue))
                .register(router);
        new QueueMemberEndpoints(world.organisation).register(router);
        new QueueWrapUpCodeEndpoints(world.organisation).register(router);
        new WrapUpCodeEndpoints(world.organisation).register(router);
        new PresenceSourceEndpoints(world.organisation).register(router);
        new PresenceDefinitionEndpoints(world.organisation).register(router);
        new OrganisationEndpoints(world.organisation, world.tokens::check, world.requestsPerMinute::get)
                .register(router);
        world.intake.register(router);
        return router;
    }

    /** The page, queries and faults; no token is asked for, the port is on loopback. */
    static Router watching(World world, LongSupplier clock, FaultEndpoints.Network network) {
        Router router = new Router();
        new WatchPage().register(router);
        new CounterEndpoints(() -> world.summary(clock.getAsLong()), world.requests).register(router);
        new EventEndpoints(world.events).register(router);
        new TimelineEndpoints(world.organisation, world.intake).register(router);
        new FaultEndpoints(world.faults, world.tokens, world.intake, world.requestsPerMinute, clock, network)
                .register(router);
        return router;
    }
}
