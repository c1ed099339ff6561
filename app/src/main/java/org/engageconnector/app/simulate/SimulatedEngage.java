package org.engageconnector.app.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.engage.FaultDesk;
import org.engageconnector.simulators.engage.FaultPort;
import org.engageconnector.simulators.engage.play.PlayOptions;

/** An Engage site that plays calls until it is stopped. */
public final class SimulatedEngage implements AutoCloseable {

    private static final int DEFAULT_PORT = 17_000;

    private final EngageSite site;

    private final FaultPort faults;

    /** @param options {@code agents}, {@code switches}, {@code calls-per-second}, {@code port}, {@code seed}, {@code password} */
    public SimulatedEngage(Map<String, String> options, PrintStream out) throws IOException {
        EngageSiteOptions wanted = new EngageSiteOptions(
                number(options, "agents", 50),
                number(options, "switches", 1),
                number(options, "seed", 1),
                number(options, "port", DEFAULT_PORT),
                options.getOrDefault("password", ""),
                Map.of());
        site = EngageSite.start(wanted);
        try {
            faults = new FaultPort(new FaultDesk(site), wanted.firstPort() + 3 + 2 * wanted.switches());
        } catch (IOException e) {
            site.close();
            throw e;
        }
        out.println("# an Engage site is simulated; settings for config/application.properties:");
        site.settings().forEach((name, value) -> out.println(name + " = " + value));
        out.println("# faults: " + faults.url());
        double rate = Double.parseDouble(options.getOrDefault("calls-per-second", "0.5"));
        site.play(PlayOptions.of(rate, wanted.seed()).forgetting(), 0);
    }

    @Override
    public void close() {
        faults.close();
        site.close();
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }
}
