package org.engageconnector.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** axe-core in the page at hand: what keeps people with a keyboard or a screen reader out. */
final class Axe {

    private Axe() {}

    /** The serious and critical findings, each with the elements. */
    static List<String> findings(Chromium browser) throws IOException {
        if (!browser.evaluate("typeof axe === 'object'").asBoolean()) {
            try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
                browser.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
            }
        }
        JsonNode found = browser.evaluate(
                "axe.run().then(all => all.violations.map(one => ({id: one.id, impact: one.impact,"
                        + " help: one.help, nodes: one.nodes.slice(0, 3).map(node => node.html.slice(0, 200) + ' ' + node.failureSummary)})))");
        List<String> serious = new ArrayList<>();
        found.forEach(one -> {
            if (List.of("serious", "critical").contains(one.path("impact").asText())) {
                serious.add(one.toString());
            }
        });
        return serious;
    }
}
