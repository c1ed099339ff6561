package org.engageconnector.app.replay.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.ToldEvent;

/** {@code --format html}: one file that opens without a network, with timelines of agents and conversations and their evidence. */
public final class HtmlReport implements ReplayReport {

    private static final int MOST_CALLS = 2_000;
    private static final String DATA = "/*DATA*/";
    private static final Map<String, String> ROLES = Map.of(
            "externalEstablished", "external",
            "routingEstablished", "routing",
            "userEstablished", "user",
            "phoneEstablished", "phone");

    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream out;
    private final NumberMask mask;
    private final String dispositionKey;
    private final String[] page;
    private int calls;

    public HtmlReport(PrintStream out, NumberMask mask, String dispositionKey) {
        this.out = out;
        this.mask = mask;
        this.dispositionKey = dispositionKey;
        this.page = template().split(java.util.regex.Pattern.quote(DATA), 2);
        out.print(page[0]);
        out.print("{\"calls\":[");
    }

    private static String template() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("replay.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void told(ToldEvent event) {
        // shown with its call
    }

    @Override
    public void over(CallStory story) {
        if (++calls > MOST_CALLS) {
            return;
        }
        ObjectNode call = json.createObjectNode();
        call.put("id", story.main());
        call.put("start", story.firstAt());
        call.put("end", story.lastAt());
        if (story.told().isEmpty()) {
            call.put("notTold", NotTold.why(story));
        } else {
            call.put("conversation", story.told().get(0).event().conversationId());
        }
        legs(story, call.putArray("legs"));
        ArrayNode lines = call.putArray("lines");
        for (StoryLines.Line line : StoryLines.of(story, mask, dispositionKey)) {
            ArrayNode one = lines.addArray();
            one.add(line.told() ? 1 : 0)
                    .add(line.seconds())
                    .add(line.stream())
                    .add(line.text())
                    .add(line.note());
        }
        out.print(calls == 1 ? "\n" : ",\n");
        out.print(harmless(call.toString()));
    }

    private void legs(CallStory story, ArrayNode legs) {
        LegNames names = new LegNames(story, mask);
        Map<String, ObjectNode> byId = new HashMap<>();
        for (ToldEvent told : story.told()) {
            String id = told.text("communicationId");
            String role = ROLES.get(told.kind());
            if (id != null && role != null) {
                ObjectNode leg = legs.addObject();
                leg.put("name", names.of(id))
                        .put("role", role)
                        .put("from", told.event().at());
                leg.put(
                        "alerting",
                        told.body()
                                .path("initialConfiguration")
                                .path("alerting")
                                .asBoolean());
                if (told.names().containsKey("userId")) {
                    leg.put("agent", told.names().get("userId"));
                }
                byId.put(id, leg);
            } else if (byId.containsKey(id)) {
                change(byId.get(id), told);
            }
        }
    }

    private static void change(ObjectNode leg, ToldEvent told) {
        long at = told.event().at();
        switch (told.kind()) {
            case "communicationAnswered" -> leg.put("answered", at);
            case "communicationEnded" -> leg.put("to", at).put("why", told.text("disconnectType"));
            case "communicationDispositionApplied" -> leg.put("wrapUp", at);
            case "holdUpdated" -> {
                ArrayNode holds = leg.withArray("holds");
                holds.addArray().add(at).add(told.body().path("held").asBoolean() ? 1 : 0);
            }
            default -> {}
        }
    }

    @Override
    public void end(Summary summary) {
        out.print("],\"more\":" + Math.max(0, calls - MOST_CALLS) + ",\"summary\":");
        List<String> lines = SummaryText.of(summary);
        ArrayNode array = json.createArrayNode();
        lines.forEach(array::add);
        out.print(harmless(array.toString()));
        out.print("}");
        out.print(page[1]);
        out.flush();
    }

    /** Text of a log must not end the script that holds it. */
    private static String harmless(String text) {
        return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
