package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What the operating system knows of TCP connections; nobody's own counters. */
final class Sockets {

    private static final String ESTABLISHED = "01";

    private Sockets() {}

    /** The client ends of established connections to these ports of loopback, as {@code port->port}. */
    static Set<String> to(Set<Integer> ports) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String table : Set.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : new HashSet<>(Files.readAllLines(Path.of(table)))) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 3 && ESTABLISHED.equals(fields[3])) {
                    int local = port(fields[1]);
                    int remote = port(fields[2]);
                    if (ports.contains(remote)) {
                        found.add(local + "->" + remote);
                    }
                }
            }
        }
        return found;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
}
