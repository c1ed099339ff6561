package org.engageconnector.processors.configsync.apply;

import java.util.function.LongSupplier;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.plan.Wanted;

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
        LongSupplier clock) {

    Confirmed.User user(long dbid) {
        return memory.confirmed().users().get(dbid);
    }

    Confirmed.Queue queue(long dbid) {
        return memory.confirmed().queues().get(dbid);
    }

    long now() {
        return clock.getAsLong();
    }
}
