package org.engageconnector.app.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.SeenEvent;
import org.engageconnector.app.replay.play.ToldEvent;

/** The timeline of a call: what the log shows, and behind it what was told upon it. Times are seconds since the call began. */
final class StoryLines {

    /**
     * One line.
     *
     * @param told whether it is told, not seen
     * @param seconds since the call began
     * @param stream where it was seen; empty for what was told
     * @param note rules and waits; empty for none
     */
    record Line(boolean told, double seconds, String stream, String text, String note) {}

    private StoryLines() {}

    static List<Line> of(CallStory story, NumberMask mask, String dispositionKey) {
        long start = story.firstAt();
        LegNames legs = new LegNames(story, mask);
        Map<Long, Line> lines = new TreeMap<>();
        story.seen().forEach(seen -> lines.put(seen.order(), line(seen, start, mask, dispositionKey, "")));
        story.elsewhere()
                .forEach(seen -> lines.put(seen.order(), line(seen, start, mask, dispositionKey, "another call")));
        for (ToldEvent told : story.told()) {
            String wait = told.afterWait() ? "a wait ended" : "";
            String rules = String.join(" ", told.rules());
            lines.put(
                    told.order(),
                    new Line(
                            true,
                            (told.event().at() - start) / 1000.0,
                            "",
                            legs.text(told),
                            wait.isEmpty() || rules.isEmpty() ? wait + rules : rules + ", " + wait));
        }
        return new ArrayList<>(lines.values());
    }

    private static Line line(SeenEvent seen, long start, NumberMask mask, String dispositionKey, String note) {
        String stream = seen.family().name().toLowerCase(Locale.ROOT);
        return new Line(false, (seen.at() - start) / 1000.0, stream, EventText.of(seen, mask, dispositionKey), note);
    }
}
