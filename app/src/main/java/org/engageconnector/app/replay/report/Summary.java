package org.engageconnector.app.replay.report;

import java.util.List;
import java.util.Map;
import org.engageconnector.app.replay.play.PlayCounts;
import org.engageconnector.app.replay.site.SeenSite;
import org.engageconnector.serverlogs.event.Oddities;

/**
 * What came of a replay as a whole.
 *
 * @param servers who wrote the logs
 * @param files how many there were
 * @param from where it is known from who is who
 * @param calls how many calls the log shows
 * @param toldCalls of how many of them Genesys Cloud would be told
 * @param notTold why it would not of the others, and how often
 * @param events that were read
 * @param copies that the other server of the pair had printed too
 * @param leftOut files that were not read, and why
 * @param dispositionKey the attached-data key that is looked at
 */
public record Summary(
        List<String> servers,
        int files,
        String from,
        long calls,
        long toldCalls,
        Map<String, Long> notTold,
        long events,
        long copies,
        PlayCounts counts,
        SeenSite seen,
        Oddities oddities,
        List<String> leftOut,
        String dispositionKey) {}
