package org.engageconnector.app.role;

import org.engageconnector.app.engage.EngageServers;
import org.engageconnector.app.engage.SitePlatformSdk;
import org.engageconnector.component.statserver.StatServerComponent;
import org.engageconnector.component.tserver.TServerComponent;
import org.engageconnector.platformsdk.PlatformSdk;

/** Gives the components {@code tserver:} and {@code statserver:} of a role the options of this site. */
final class EngageComponents {

    private EngageComponents() {}

    static void configureTServer(RoleContext context) {
        prepare(context);
        EngageServers.apply(
                context.settings(),
                context.camel().getComponent("tserver", TServerComponent.class).getConfiguration());
    }

    static void configureStatServer(RoleContext context) {
        prepare(context);
        EngageServers.statServer(
                context.settings(),
                context.camel()
                        .getComponent("statserver", StatServerComponent.class)
                        .getConfiguration());
    }

    private static void prepare(RoleContext context) {
        EngageSessions.report(context);
        if (SitePlatformSdk.isWanted(context.settings())) {
            context.bind(
                    "platformSdk",
                    context.shared()
                            .part("platform-sdk", PlatformSdk.class, () -> SitePlatformSdk.usable(context.settings())));
        }
    }
}
