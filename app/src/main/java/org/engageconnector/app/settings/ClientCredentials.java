package org.engageconnector.app.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An OAuth client of Genesys Cloud.
 *
 * @param secret never shown
 */
public record ClientCredentials(String id, String secret) {

    /** Most clients of one role. */
    private static final int MOST = 8;

    /** Reads {@code ex.<role>.genesys-cloud.clients}; throws {@link IllegalArgumentException} with the allowed form. */
    static List<ClientCredentials> parseAll(String text) {
        String form = "1 to " + MOST + " different clients as id:secret,id:secret";
        List<ClientCredentials> clients = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String part : text.split(",")) {
            String[] pair = part.strip().split(":", 2);
            SettingTypes.require(
                    pair.length == 2 && !pair[0].isBlank() && !pair[1].isBlank() && ids.add(pair[0]), form);
            clients.add(new ClientCredentials(pair[0], pair[1]));
        }
        SettingTypes.require(clients.size() <= MOST, form);
        return clients;
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
