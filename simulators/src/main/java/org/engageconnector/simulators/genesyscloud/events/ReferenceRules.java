package org.engageconnector.simulators.genesyscloud.events;

import java.util.Optional;
import org.engageconnector.simulators.genesyscloud.org.Organisation;

/** What an event names must be in the organisation: users, queues, wrap-up codes, sources, presence definitions. */
final class ReferenceRules {

    private final Organisation organisation;

    ReferenceRules(Organisation organisation) {
        this.organisation = organisation;
    }

    Optional<Refusal> check(PostedEvent event) {
        for (String field : new String[] {"userId", "agentId", "destinationUserId"}) {
            if (event.has(field) && !organisation.hasUser(event.text(field))) {
                return Optional.of(Refusal.unknown(field));
            }
        }
        for (String field : new String[] {"queueId", "destinationQueueId"}) {
            if (event.has(field)
                    && organisation.queues().find(event.text(field)).isEmpty()) {
                return Optional.of(Refusal.unknown(field));
            }
        }
        if (event.has("code")
                && organisation.wrapUpCodes().find(event.text("code")).isEmpty()) {
            return Optional.of(Refusal.unknown("code"));
        }
        if (event.has("presenceDefinitionId")
                && organisation
                        .systemPresence(event.text("presenceDefinitionId"))
                        .isEmpty()) {
            return Optional.of(Refusal.unknown("presenceDefinitionId"));
        }
        String source = event.has("sourceId")
                ? event.text("sourceId")
                : event.json().path("sourceConfiguration").path("sourceId").asText("");
        if (!source.isEmpty() && !organisation.hasSource(source)) {
            return Optional.of(Refusal.unknown("sourceId"));
        }
        return Optional.empty();
    }
}
