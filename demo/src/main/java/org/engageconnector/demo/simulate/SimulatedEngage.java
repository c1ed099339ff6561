package org.engageconnector.demo.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.engage.FaultDesk;
import org.engageconnector.simulators.engage.FaultPort;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;

/** An Engage site that plays calls until it is stopped. */
public final class SimulatedEngage implements AutoCloseable {

    /**
     * What is simulated.
     *
     * @param firstPort of the first server; the others follow it
     * @param password that clients must give; empty for none
     * @param encoding in which the servers write their text
     * @param serverLog where the SIP Servers write their logs; {@code null} for nowhere
     */
    record Options(
            int agents,
            int switches,
            double callsPerSecond,
            int firstPort,
            long seed,
            String password,
            Charset encoding,
            Path serverLog) {}

    private final EngageSite site;

    private final FaultPort faults;

    SimulatedEngage(Options options, PrintStream out) throws IOException {
        EngageSiteOptions wanted = new EngageSiteOptions(
                options.agents(),
                options.switches(),
                options.seed(),
                options.firstPort(),
                options.encoding(),
                options.password(),
                Map.of());
        site = EngageSite.start(
                wanted,
                options.serverLog() == null
                        ? null
                        : ServerLogOptions.in(options.serverLog()).withCharset(options.encoding()));
        try {
            faults = new FaultPort(new FaultDesk(site), wanted.firstPort() + 3 + 2 * wanted.switches());
        } catch (IOException e) {
            site.close();
            throw e;
        }
        out.println("# an Engage site is simulated; settings for config/application.properties:");
        site.settings().forEach((name, value) -> out.println(name + " = " + value));
        out.println("# faults: " + faults.url());
        site.play(PlayOptions.of(options.callsPerSecond(), wanted.seed()).forgetting(), 0);
    }

    @Override
    public void close() {
        faults.close();
        site.close();
    }
}
