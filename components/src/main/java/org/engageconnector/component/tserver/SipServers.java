package org.engageconnector.component.tserver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.transport.Member;

/** The setting {@code ex.sip-servers}: {@code switch=primary|backup,switch=primary|backup}. */
final class SipServers {

    static final int DEFAULT_PORT = 8000;

    private SipServers() {}

    /**
     * The pairs by switch name, in the order of the setting.
     *
     * @throws IllegalArgumentException when the text cannot be read
     */
    static Map<String, List<Member>> parse(String text) {
        Map<String, List<Member>> pairs = new LinkedHashMap<>();
        for (String entry : text.split(",")) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + entry.trim() + "' in servers is not switch=primary|backup");
            }
            String name = entry.substring(0, equals).trim();
            List<String> members =
                    new ArrayList<>(List.of(entry.substring(equals + 1).split("\\|")));
            if (members.size() > 2 || pairs.containsKey(name)) {
                throw new IllegalArgumentException("servers: switch " + name
                        + (members.size() > 2 ? " has more than two servers" : " is named twice"));
            }
            pairs.put(name, Member.pair(members.get(0), members.size() > 1 ? members.get(1) : null, DEFAULT_PORT));
        }
        return pairs;
    }
}
