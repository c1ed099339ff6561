package org.engageconnector.app.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A SIP Server HA pair.
 *
 * @param switchName its switch in the Config DB
 * @param backup {@code null} for a single server
 */
public record SipServer(String switchName, HostPort primary, HostPort backup) {

    private static final String FORM =
            "switch=primary|backup,switch=primary|backup with host:port each (port 8000 by default)";

    /** Reads {@code ex.sip-servers}; throws {@link IllegalArgumentException} with the allowed form. */
    static List<SipServer> parseAll(String text) {
        List<SipServer> servers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            SettingTypes.require(equals > 0, FORM);
            String name = part.substring(0, equals).strip();
            String[] members = part.substring(equals + 1).split("\\|", -1);
            SettingTypes.require(!name.isEmpty() && members.length <= 2, FORM);
            SettingTypes.require(names.add(name), FORM + "; the switch " + name + " is named twice");
            servers.add(new SipServer(
                    name,
                    HostPort.parse(members[0], HostPort.SIP_SERVER),
                    members.length == 2 ? HostPort.parse(members[1], HostPort.SIP_SERVER) : null));
        }
        return servers;
    }
}
