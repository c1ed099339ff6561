package org.engageconnector.processors.configsync.site;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.ObjectKind;

/**
 * Who keeps an organisation in step, as the description of its presence source says.
 *
 * @param since when that site began, ISO 8601
 * @param seen its last sign of life, ISO 8601
 */
public record SiteMark(String site, String since, String seen) {

    private static final String TIME = "[0-9TZ:.-]{1,30}";
    private static final Pattern TEXT =
            Pattern.compile("; site (" + SiteName.FORM + "); since (" + TIME + "); last seen (" + TIME + ")$");

    /** @param now milliseconds since 1970 */
    static SiteMark of(String site, long now) {
        return new SiteMark(site, time(now), time(now));
    }

    SiteMark seenAt(long now) {
        return new SiteMark(site, since, time(now));
    }

    private static String time(long now) {
        return Instant.ofEpochMilli(now).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What a description says; empty when it names no site, as that of a release without marks does. */
    public static Optional<SiteMark> read(String description) {
        Matcher matcher = TEXT.matcher(description);
        return matcher.find()
                ? Optional.of(new SiteMark(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The description. */
    public String text() {
        return "EX Engage Connector; site " + site + "; since " + since + "; last seen " + seen;
    }

    /** That another site takes its place, as something an operator may confirm. */
    public Change takenOverBy(String other) {
        return Change.of(
                ObjectKind.SOURCE,
                Action.UPDATE,
                "site " + site + " -> " + other,
                "site " + site + " keeps this organisation in step (since " + since + ", last sign of life " + seen
                        + "), and this is site " + other
                        + ": two would undo each other's work and tell everything twice. Stop the connector of one of"
                        + " them; if " + site + " is lost, take over with `engage-connector take-over --yes`");
    }
}
