package org.engageconnector.simulators.genesyscloud.access;

import java.util.Set;

/**
 * An OAuth client with grant client credentials.
 *
 * @param permissions what it may do; {@code *} = everything
 */
public record OAuthClient(String id, String secret, String name, Set<String> permissions) {

    /** A client that may do everything. */
    public static OAuthClient of(String id, String secret, String name) {
        return new OAuthClient(id, secret, name, Set.of("*"));
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "OAuthClient[" + name + " " + id + "]";
    }
}
