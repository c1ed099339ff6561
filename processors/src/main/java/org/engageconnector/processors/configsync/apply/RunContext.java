package org.engageconnector.processors.configsync.apply;

import java.util.function.LongSupplier;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.cloud.PathLabel;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.plan.Wanted;
import org.engageconnector.processors.configsync.site.SiteGuard;

/**
 * What the classes that carry changes out share during one run.
 *
 * @param usersSeen true when this run has read all users: who is not known then is not there
 * @param clock milliseconds since 1970
 */
public record RunContext(
        Wanted wanted,
        Memory memory,
        Cloud cloud,
        SyncRules rules,
        HomeDivision home,
        boolean usersSeen,
        SiteGuard site,
        LongSupplier clock) {

    Confirmed.User user(long dbid) {
        return memory.confirmed().users().get(dbid);
    }

    Confirmed.Queue queue(long dbid) {
        return memory.confirmed().queues().get(dbid);
    }

    /**
     * Throws what passes by itself when an answer is 404 and the object is so young that Genesys Cloud may not know it
     * everywhere yet.
     *
     * @param at when the object was confirmed, milliseconds since 1970
     */
    void throwWhenYoung(String method, String path, Answer answer, long at) {
        if (answer.status() == 404 && now() - at < Observation.INDEX_LAG_MILLIS) {
            throw CloudException.of(CloudException.Reach.OBJECT_FOR_NOW, method + " " + PathLabel.of(path), answer);
        }
    }

    long now() {
        return clock.getAsLong();
    }
}
