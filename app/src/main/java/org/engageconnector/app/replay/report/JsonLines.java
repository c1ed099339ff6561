package org.engageconnector.app.replay.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.SeenEvent;
import org.engageconnector.app.replay.play.ToldEvent;
import org.engageconnector.processors.conversation.output.IsoTime;

/**
 * {@code --format json}: a line for each told event, for programs. {@code list} and {@code event} are exactly what would be posted,
 * so numbers are in them.
 */
public final class JsonLines implements ReplayReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final NumberMask mask;
    private final List<String> files;
    private final boolean byCall;

    /** @param byCall whether lines come call by call, for those calls only that are asked for */
    public JsonLines(PrintStream out, NumberMask mask, List<String> files, boolean byCall) {
        this.out = out;
        this.mask = mask;
        this.files = files;
        this.byCall = byCall;
    }

    @Override
    public void told(ToldEvent event) {
        if (!byCall) {
            out.println(line(event));
        }
    }

    @Override
    public void over(CallStory story) {
        if (byCall) {
            story.told().forEach(event -> out.println(line(event)));
        }
    }

    @Override
    public void end(Summary summary) {
        out.flush();
    }

    private String line(ToldEvent told) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", IsoTime.text(told.event().at()));
        line.put("list", told.event().list());
        line.set("event", told.body());
        ObjectNode names = line.putObject("names");
        told.names().forEach(names::put);
        if (told.rules().isEmpty()) {
            line.putNull("rule");
        } else {
            line.put("rule", String.join(" ", told.rules()));
        }
        ArrayNode evidence = line.putArray("evidence");
        for (SeenEvent seen : told.evidence()) {
            ObjectNode one = evidence.addObject();
            one.put("at", IsoTime.text(seen.at()));
            one.put("stream", seen.family().name().toLowerCase(Locale.ROOT));
            one.put("message", seen.name());
            if (seen.dn() != null) {
                one.put("dn", mask.of(seen.dn()));
            }
            one.put("file", files.get(seen.file()));
            one.put("line", seen.line());
        }
        if (told.afterWait()) {
            evidence.addObject().put("waitedUntil", IsoTime.text(told.event().due()));
        }
        return line.toString();
    }
}
