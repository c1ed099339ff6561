package org.engageconnector.app.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.engageconnector.app.cost.RequestCost;
import org.engageconnector.app.genesyscloud.CloudNetwork;
import org.engageconnector.app.genesyscloud.DeliveryParts;
import org.engageconnector.app.settings.ClientCredentials;
import org.engageconnector.app.settings.Role;
import org.engageconnector.component.journal.deadletters.DeadLetterGauges;
import org.engageconnector.component.journal.delivery.DeliveryOwner;
import org.engageconnector.processors.delivery.AnswerListener;
import org.engageconnector.processors.delivery.GenesysCloudHttp;
import org.engageconnector.processors.delivery.GenesysCloudHttp.OAuthClient;

/** Builds what a role needs to talk to Genesys Cloud, from its settings. */
final class DeliveryWiring {

    private DeliveryWiring() {}

    /** What talks to Genesys Cloud, from the settings of a role; closed with it. */
    static DeliveryParts of(RoleContext context, Map<String, Double> minimumShares, Duration requestLimit) {
        DeliveryParts parts = new DeliveryParts(
                context.camel(),
                context.settings().text("ex.genesys-cloud.api-url"),
                context.settings().text("ex.genesys-cloud.login-url"),
                context.settings().share("ex.genesys-cloud.quota-share"),
                minimumShares,
                requestLimit,
                clients(context));
        CloudNetwork.apply(context.camel(), context.settings());
        context.onStop(parts);
        RequestCost cost = new RequestCost(
                        context.redis(),
                        context.settings().role().id(),
                        parts::requests,
                        () -> context.directory().ready()
                                ? context.directory().agents().size()
                                : 0,
                        context.settings().number("ex.genesys-cloud.requests-per-agent"),
                        context.meters())
                .start();
        context.onStop(cost);
        context.status("requestsThisMonth", cost::status);
        context.status("quotaUsed", parts.clients()::usedRatio);
        if (parts.clients().shares() > 1) {
            context.status("oauthClients", parts.clients()::leftOut);
        }
        context.readyWhen(
                "token", () -> parts.clients().problem().map(HealthAnswer::down).orElse(HealthAnswer.UP));
        return parts;
    }

    private static List<Supplier<OAuthClient>> clients(RoleContext context) {
        List<ClientCredentials> several = context.settings().clients();
        if (several.isEmpty()) {
            return List.of(() -> context.client().map(DeliveryWiring::client).orElse(null));
        }
        return several.stream()
                .map(DeliveryWiring::client)
                .<Supplier<OAuthClient>>map(client -> () -> client)
                .toList();
    }

    private static OAuthClient client(ClientCredentials known) {
        return new OAuthClient(known.id(), known.secret());
    }

    /** Everything a role that delivers needs; delivery that is stopped makes the role not ready. */
    static DeliveryOwner delivering(RoleContext context, Map<String, Double> minimumShares, AnswerListener listener) {
        DeliveryParts parts = of(context, minimumShares, Duration.ofMillis(GenesysCloudHttp.TIME_LIMIT_MILLIS));
        DeliveryOwner owner = parts.deliver(
                context.camel(), context.redis(), context.settings().role().id(), context.meters(), listener);
        context.onStop(owner);
        context.status("delivery", owner::status);
        List<String> journals = context.settings().role() == Role.AGENT_STATE_SYNC
                ? List.of("agent-state-events")
                : List.of("conversation-events", "engage-events");
        DeadLetterGauges letters = new DeadLetterGauges(context.redis(), context.meters(), journals);
        context.onStop(letters);
        context.status("deadLetters", letters::counts);
        context.readyWhen("delivery", () -> {
            Map<String, String> stopped = owner.stoppedPaths();
            return stopped.isEmpty() ? HealthAnswer.UP : HealthAnswer.down(String.join("; ", stopped.values()));
        });
        return owner;
    }
}
