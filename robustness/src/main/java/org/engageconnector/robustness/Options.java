package org.engageconnector.robustness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code robustness/run} was asked for.
 *
 * @param faults those that are named, or all
 * @param seconds for how long calls begin per fault, at least
 * @param redis {@code 6.2}, {@code 7.0} or the path of a redis-server
 * @param lanes worlds that play faults at the same time
 * @param sdk a folder of the stand-in for the Platform SDK, which is then the transport; null for tkv
 * @param sentinels Redis has a replica, and Sentinels say which of the two is the master
 * @param json where the verdicts go as JSON; null for nowhere
 */
record Options(
        List<Fault> faults,
        int seconds,
        String redis,
        int lanes,
        int agents,
        double callsPerSecond,
        Path json,
        Path sdk,
        boolean sentinels) {

    static final String USAGE = """
            usage: robustness/run [options] [fault ...]
              --list                    names the faults
              --alerts                  breaks things under a real Prometheus (on the PATH) and waits for each alert
              --lost-keys               deletes every key of the tenant, one after the other, under load (--lost-keys-short: some)
              --mutations               mutates HTTP, Jolokia, frames, records and answers at random for --seconds N
              --floods                  one SIP Server sends what it should not; how late its neighbour's calls are told
              --redis 6.2|7.0|PATH      the Redis they are played on (7.0)
              --seconds N               for how long calls begin per fault, at least (12)
              --lanes N                 worlds side by side (2)
              --agents N, --calls-per-second X   how large the site is (60, 1.5)
              --platform-sdk FOLDER     plays on the transport platform-sdk with the stand-in in that folder
              --sentinels yes           a replica and three Sentinels; without names, the faults that need them
              --json FILE               writes the verdicts as JSON too""";

    static Options parse(String... words) {
        List<Fault> faults = new ArrayList<>();
        Options o = new Options(faults, 12, "7.0", 2, 60, 1.5, null, null, false);
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("--")) {
                faults.add(Faults.named(words[i]));
                continue;
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " needs a value, or is no option\n" + USAGE);
            }
            String value = words[i + 1];
            o = o.with(words[i], value);
            i++;
        }
        return o.faults.isEmpty()
                ? new Options(
                        o.sentinels ? Faults.ofSentinels() : Faults.all(),
                        o.seconds,
                        o.redis,
                        o.lanes,
                        o.agents,
                        o.callsPerSecond,
                        o.json,
                        o.sdk,
                        o.sentinels)
                : o;
    }

    /** The settings of the transport to Engage servers. */
    Map<String, String> transport() {
        return sdk == null
                ? Map.of()
                : Map.of(
                        "ex.engage.transport",
                        "platform-sdk",
                        "ex.engage.platform-sdk.path",
                        sdk.toAbsolutePath().toString());
    }

    private Options with(String name, String value) {
        try {
            return switch (name) {
                case "--seconds" ->
                    new Options(faults, number(value, 5), redis, lanes, agents, callsPerSecond, json, sdk, sentinels);
                case "--redis" ->
                    new Options(faults, seconds, value, lanes, agents, callsPerSecond, json, sdk, sentinels);
                case "--lanes" ->
                    new Options(faults, seconds, redis, number(value, 1), agents, callsPerSecond, json, sdk, sentinels);
                case "--agents" ->
                    new Options(faults, seconds, redis, lanes, number(value, 10), callsPerSecond, json, sdk, sentinels);
                case "--calls-per-second" ->
                    new Options(faults, seconds, redis, lanes, agents, Double.parseDouble(value), json, sdk, sentinels);
                case "--json" ->
                    new Options(faults, seconds, redis, lanes, agents, callsPerSecond, Path.of(value), sdk, sentinels);
                case "--platform-sdk" ->
                    new Options(faults, seconds, redis, lanes, agents, callsPerSecond, json, Path.of(value), sentinels);
                case "--sentinels" ->
                    new Options(faults, seconds, redis, lanes, agents, callsPerSecond, json, sdk, value.equals("yes"));
                default -> throw new IllegalArgumentException("there is no option " + name + "\n" + USAGE);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not " + value, e);
        }
    }

    private static int number(String value, int least) {
        int number = Integer.parseInt(value);
        if (number < least) {
            throw new IllegalArgumentException("at least " + least + ", not " + value);
        }
        return number;
    }
}
