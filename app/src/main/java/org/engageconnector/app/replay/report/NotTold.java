package org.engageconnector.app.replay.report;

import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.SeenEvent;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Family;

/** Why Genesys Cloud would not be told of a call, as far as the log shows it. */
public final class NotTold {

    private NotTold() {}

    public static String why(CallStory story) {
        if (!story.unmappedQueues().isEmpty()) {
            return "it waited only in virtual queues that are not in the ID map, and no agent was reached";
        }
        boolean onlyQueue = story.seen().stream().allMatch(event -> event.family() == Family.VQ);
        if (onlyQueue) {
            return "only events of virtual queues were seen; that starts nothing";
        }
        boolean begun = story.seen().stream().anyMatch(NotTold::begins);
        return begun ? "no virtual queue and no agent took part" : "the log begins after it";
    }

    private static boolean begins(SeenEvent event) {
        int number = event.message().number();
        return number == TServerMessage.EVENT_CALL_CREATED
                || number == TServerMessage.EVENT_RINGING
                || number == TServerMessage.EVENT_DIALING;
    }
}
