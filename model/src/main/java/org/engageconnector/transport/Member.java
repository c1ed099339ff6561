package org.engageconnector.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * One server of a pair.
 *
 * @param name {@code primary} or {@code backup}: its place in the setting, not its present role
 * @param host name or address; a name is resolved anew for each connection
 * @param port TCP port, 1 to 65535
 */
public record Member(String name, String host, int port) {

    private static final int MAX_PORT = 65_535;

    /**
     * The pair of two settings.
     *
     * @param primary {@code host} or {@code host:port}
     * @param backup the same, or {@code null} or empty when there is no backup
     * @param defaultPort for a setting without a port
     * @throws IllegalArgumentException when a setting cannot be read
     */
    public static List<Member> pair(String primary, String backup, int defaultPort) {
        List<Member> members = new ArrayList<>(2);
        members.add(parse("primary", primary, defaultPort));
        if (backup != null && !backup.isBlank()) {
            members.add(parse("backup", backup, defaultPort));
        }
        return List.copyOf(members);
    }

    private static Member parse(String name, String text, int defaultPort) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("no " + name + " server is set, expected host:port");
        }
        String trimmed = text.trim();
        int colon = trimmed.lastIndexOf(':');
        // an address such as [::1]:8000 has its colons in brackets
        if (colon < 0 || trimmed.indexOf(']') > colon) {
            return new Member(name, trimmed, defaultPort);
        }
        try {
            int port = Integer.parseInt(trimmed.substring(colon + 1));
            if (port > 0 && port <= MAX_PORT && colon > 0) {
                return new Member(name, trimmed.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // said below, together with the other ways to be wrong
        }
        throw new IllegalArgumentException("the " + name + " server '" + trimmed + "' is not host:port");
    }

    @Override
    public String toString() {
        return name + " " + host + ":" + port;
    }
}
