package org.engageconnector.app.replay.report;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.ToldEvent;

/** {@code --format text}: per call the timeline and what was told, then a summary. */
public final class TextReport implements ReplayReport {

    private final PrintStream out;
    private final NumberMask mask;
    private final String dispositionKey;

    public TextReport(PrintStream out, NumberMask mask, String dispositionKey) {
        this.out = out;
        this.mask = mask;
        this.dispositionKey = dispositionKey;
    }

    @Override
    public void told(ToldEvent event) {
        // shown with its call
    }

    @Override
    public void over(CallStory story) {
        out.println("call " + story.main() + ", began " + Instant.ofEpochMilli(story.firstAt())
                + (story.told().isEmpty()
                        ? ", not told: " + NotTold.why(story)
                        : ", conversation " + story.told().get(0).event().conversationId()));
        for (StoryLines.Line line : StoryLines.of(story, mask, dispositionKey)) {
            String time = String.format(Locale.ROOT, "%10.3f", line.seconds());
            out.println(
                    line.told()
                            ? time + "      => " + line.text()
                                    + (line.note().isEmpty() ? "" : "   [" + line.note() + "]")
                            : time + "  " + String.format("%-10s", line.stream()) + line.text());
        }
        if (story.passedOver() > 0) {
            out.println("            and " + story.passedOver() + " more events");
        }
        out.println();
    }

    @Override
    public void end(Summary summary) {
        SummaryText.of(summary).forEach(out::println);
        out.flush();
    }
}
