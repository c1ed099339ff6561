package org.engageconnector.app.settings;

/**
 * An OAuth client of Genesys Cloud.
 *
 * @param secret never shown
 */
public record ClientCredentials(String id, String secret) {

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
