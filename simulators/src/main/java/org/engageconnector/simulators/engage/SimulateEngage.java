package org.engageconnector.simulators.engage;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;

/** What {@code simulate engage} does: a site that plays until it is closed, and says how to connect to it. */
public final class SimulateEngage implements AutoCloseable {

    /** What can be said on the command line, and what holds when it is not. */
    public static final Map<String, String> OPTIONS = options();

    private final EngageSite site;
    private final FaultPort faults;
    private final Player player;

    private SimulateEngage(EngageSite site, FaultPort faults, Player player) {
        this.site = site;
        this.faults = faults;
        this.player = player;
    }

    /**
     * Starts the site and its calls, and prints addresses and settings.
     *
     * @param arguments pairs of {@code --option value}
     * @throws IllegalArgumentException when an option or its value is not understood, with what would be
     * @throws IllegalStateException when a port is taken or PostgreSQL does not start
     */
    public static SimulateEngage start(List<String> arguments, PrintStream out) {
        Map<String, String> said = new LinkedHashMap<>(OPTIONS);
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.containsKey(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        arguments.get(i) + " is not understood; options, each with a value: " + OPTIONS.keySet());
            }
            said.put(arguments.get(i), arguments.get(i + 1));
        }
        long seed = Long.parseLong(said.get("--seed"));
        PlayOptions play = play(said, seed);
        EngageSite site = EngageSite.start(EngageSiteOptions.of(Integer.parseInt(said.get("--agents")), seed)
                .withSwitches(Integer.parseInt(said.get("--switches")))
                .withFirstPort(Integer.parseInt(said.get("--port")))
                .withOAuthClient(said.get("--client-id"), said.get("--client-secret")));
        try {
            FaultPort faults = new FaultPort(new FaultDesk(site), site.faultsPort());
            SimulateEngage running = new SimulateEngage(site, faults, site.play(play, 0));
            running.describe(out);
            return running;
        } catch (IOException e) {
            site.close();
            throw new UncheckedIOException("The port for faults cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    public EngageSite site() {
        return site;
    }

    public Player player() {
        return player;
    }

    @Override
    public void close() {
        faults.close();
        site.close();
    }

    private void describe(PrintStream out) {
        out.println("A simulated Engage site: " + site.content().agents().size() + " agents, "
                + site.content().queues().size() + " virtual queues, "
                + site.content().switches().size() + " switches. Settings for a connector:");
        out.println();
        site.settings().forEach((key, value) -> out.println(key + "=" + value));
        out.println();
        out.println("Faults: GET " + faults.url() + " lists them, POST " + faults.url()
                + "/<server>/<fault>?<value> makes one happen.");
    }

    private static PlayOptions play(Map<String, String> said, long seed) {
        PlayOptions play = PlayOptions.of(Double.parseDouble(said.get("--calls-per-second")), seed)
                .forgetting();
        if (said.get("--scenarios").isEmpty()) {
            return play;
        }
        Map<String, Integer> mix = new LinkedHashMap<>();
        for (String name : said.get("--scenarios").split(",")) {
            mix.put(name.trim(), 1);
        }
        return play.withMix(mix);
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--agents", "200");
        options.put("--calls-per-second", "1");
        options.put("--seed", "1");
        options.put("--port", "0");
        options.put("--switches", "1");
        options.put("--scenarios", "");
        options.put("--client-id", "engage-connector");
        options.put("--client-secret", "secret");
        return Collections.unmodifiableMap(options);
    }
}
