package org.engageconnector.simulators.engage.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads scenarios and their cast from YAML, from a folder or from those that come with the simulator. Thread-safe. */
public final class ScenarioFiles {

    /** The golden scenarios. */
    private static final List<String> GOLDEN = List.of(
            "abandoned-in-queue",
            "abandoned-while-ringing",
            "agent-logged-out-in-mid-call",
            "announcement-first-survey-last",
            "blind-transfer-leaves-the-switch",
            "blind-transfer-to-agent",
            "blind-transfer-to-outside-number",
            "blind-transfer-to-queue",
            "call-from-another-switch",
            "call-type-told-late",
            "caller-leaves-during-consult",
            "conference-customer-leaves",
            "conference-then-one-leaves",
            "consult-completed-before-answer",
            "consult-then-cancel",
            "consult-then-complete",
            "consult-to-outside-number-then-complete",
            "consult-to-queue-given-up",
            "disposition-set-again-after-the-call",
            "diverted-to-another-queue",
            "hold-and-retrieve-twice",
            "hunt-group-all-ring",
            "inbound-answered-agent-hangs-up",
            "inbound-queued-answered",
            "internal-agent-to-agent",
            "no-answer-overflow-to-another-dn",
            "no-answer-overflow-to-another-queue",
            "outbound-answered",
            "phone-without-user-transfers-to-agent",
            "predictive-outbound-answered",
            "preview-outbound-not-answered",
            "redirected-while-ringing-to-outside-number",
            "ring-no-answer-legacy-state",
            "ring-no-answer-second-agent",
            "single-step-conference",
            "supervisor-whispers",
            "two-queues-one-wins");

    /** Scenarios of the simulator's own, for what the golden ones do not show. */
    private static final List<String> OWN =
            List.of("more/answered-from-unmapped-queue", "more/internal-to-extension-without-agent");

    private final ScenarioReader reader = new ScenarioReader();

    /** All scenarios that come with the simulator: the golden ones and {@link #own}. */
    public List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(golden());
        all.addAll(own());
        return all;
    }

    /** The golden scenarios, by name. */
    public List<Scenario> golden() {
        return load(GOLDEN);
    }

    /** Scenarios in the same format that only the simulator has, by name. */
    public List<Scenario> own() {
        return load(OWN);
    }

    private List<Scenario> load(List<String> names) {
        return names.stream()
                .map(name -> reader.scenario(name + ".yaml", resource(name + ".yaml")))
                .toList();
    }

    /** The cast of the scenarios that come with the simulator. */
    public Cast bundledCast() {
        return reader.cast("cast.yaml", resource("cast.yaml"));
    }

    /** One scenario file. @throws IllegalArgumentException when it is no scenario, with the name of the file */
    public Scenario read(Path file) {
        return reader.scenario(file.toString(), open(file));
    }

    /** A cast file. @throws IllegalArgumentException when it is no cast, with the name of the file */
    public Cast readCast(Path file) {
        return reader.cast(file.toString(), open(file));
    }

    private static InputStream resource(String name) {
        InputStream in = ScenarioFiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The simulator was built without " + name);
        }
        return in;
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
