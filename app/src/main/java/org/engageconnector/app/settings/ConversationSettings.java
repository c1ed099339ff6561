package org.engageconnector.app.settings;

import org.engageconnector.processors.conversation.state.EngineSettings;

/** The settings {@code ex.conversations.*} as the call engine wants them. */
public final class ConversationSettings {

    private ConversationSettings() {}

    public static EngineSettings of(RoleSettings settings) {
        return new EngineSettings(
                settings.text("ex.tenant-id"),
                settings.text("ex.conversations.disposition-key"),
                settings.flag("ex.conversations.after-call-work-required"),
                settings.text("ex.conversations.outbound-queue-key"),
                settings.flag("ex.conversations.link-sites"),
                new EngineSettings.Windows(
                        window(settings, "lag"),
                        window(settings, "unknown-call-type"),
                        window(settings, "requeue"),
                        window(settings, "other-queue"),
                        window(settings, "after-call-work"),
                        window(settings, "keep-ended-call"),
                        window(settings, "keep-after-call-work"),
                        window(settings, "confirm-after-reconnect")));
    }

    private static long window(RoleSettings settings, String name) {
        return settings.duration("ex.conversations.windows." + name).toMillis();
    }
}
