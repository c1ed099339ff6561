package org.engageconnector.simulators.genesyscloud.access;

/**
 * An access token and its own quota.
 *
 * @param expiresAt milliseconds since 1970
 */
public record Token(String value, OAuthClient client, long expiresAt, QuotaWindow quota) {

    /** Never the token itself. */
    @Override
    public String toString() {
        return "Token[of " + client.name() + "]";
    }
}
