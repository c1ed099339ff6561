package org.engageconnector.processors.conversation;

import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.processors.conversation.state.Leg;

/** How long conversations are remembered (docs/call-rules.md#lifetimes). */
final class Lifetimes {

    private static final long DAY = 24 * 3_600_000L;

    private Lifetimes() {}

    /** When a conversation is to be forgotten, or ended as lost; engine time. */
    static long end(Conversation conversation, EngineSettings.Windows windows) {
        if (conversation.overAt < 0) {
            return conversation.lastAt + DAY;
        }
        long end = conversation.overAt + windows.keepEndedCall();
        for (Leg leg : conversation.table.legs()) {
            if (leg.awaitsDisposition) {
                end = Math.max(end, leg.leftAt + windows.keepAfterCallWork());
            }
        }
        return end;
    }
}
