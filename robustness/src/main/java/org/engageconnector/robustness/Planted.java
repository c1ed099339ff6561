package org.engageconnector.robustness;

import java.util.Map;

/** Secrets with which the instances run; each is a text that must be found nowhere. */
final class Planted {

    static final String REDIS_PASSWORD = "planted-password-of-redis";

    static final String HTTP_TOKEN = "planted-token-of-the-api";

    static final String TRANSACTION_CLIENT_SECRET = "planted-secret-of-the-transaction";

    static final Map<String, String> SETTINGS = Map.of(
            "ex.http.token", HTTP_TOKEN,
            "ex.secret-key", "planted-key-for-secrets-in-redis",
            "ex.config-db.password", "planted-password-of-the-config-db");

    private Planted() {}
}
