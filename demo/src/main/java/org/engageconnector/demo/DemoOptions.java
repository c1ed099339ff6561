package org.engageconnector.demo;

import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * What the demo is asked to do.
 *
 * @param callsPerSecond how many calls begin a second
 * @param seconds for how long calls begin; those that have begun are played to their end
 * @param port of the simulated Genesys Cloud and its page; 0 for any free one
 * @param kill whether a running conversation provider is killed half-way, while a second one stands by
 * @param transport {@code tkv} or {@code platform-sdk}
 * @param encoding in which the simulated Engage servers write their text
 * @param json one JSON object on standard output in place of the table
 * @param serverLog where the SIP Servers write their logs; {@code null} for nowhere
 */
record DemoOptions(
        int agents,
        double callsPerSecond,
        long seconds,
        int port,
        boolean kill,
        boolean json,
        String transport,
        Charset encoding,
        Path serverLog) {}
