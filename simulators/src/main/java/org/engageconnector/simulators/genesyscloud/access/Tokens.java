package org.engageconnector.simulators.genesyscloud.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;

/**
 * The login host: {@code POST /oauth/token} for client credentials (Basic, or client id and secret in the form), and the
 * check of bearer tokens. At most {@link #MAX_TOKENS} tokens live; the oldest goes first. Guarded by the simulator's lock.
 */
public final class Tokens {

    /** Tokens kept at once. */
    static final int MAX_TOKENS = 10_000;

    private final Map<String, OAuthClient> clients = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final long lifeSeconds;
    private long issued;

    public Tokens(Collection<OAuthClient> clients, long lifeSeconds) {
        clients.forEach(client -> this.clients.put(client.id(), client));
        this.lifeSeconds = lifeSeconds;
    }

    /** Answers a login. Errors have the OAuth shape: {@code error}, {@code description}, {@code error_description}. */
    public Answer login(Request request) {
        Map<String, List<String>> form =
                new QueryStringDecoder(new String(request.body(), StandardCharsets.UTF_8), false).parameters();
        String grant = first(form, "grant_type");
        if (!"client_credentials".equals(grant)) {
            return error(
                    400, grant == null ? "invalid_request" : "unsupported_grant_type", "grant_type is not supported");
        }
        String[] credentials = credentials(request, form);
        if (credentials == null) {
            return error(401, "invalid_client", "client credentials are missing");
        }
        OAuthClient client = clients.get(credentials[0]);
        if (client == null) {
            return error(400, "invalid_client", "client not found");
        }
        if (!client.secret().equals(credentials[1])) {
            return error(401, "invalid_client", "authentication failed");
        }
        return Answer.ok(Json.object()
                        .put("access_token", issue(client, request.arrivedAt()).value())
                        .put("token_type", "bearer")
                        .put("expires_in", lifeSeconds))
                .with("Cache-Control", "no-store");
    }

    /** The live token of a request, else 401. */
    public Token check(Request request) {
        String header = request.headers().getOrDefault("authorization", "");
        if (!header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            throw new Problem(
                    401,
                    "authentication.required",
                    "No authentication bearer token specified in authorization header.");
        }
        Token token = tokens.get(header.substring(7).trim());
        if (token == null || token.expiresAt() <= request.arrivedAt()) {
            throw new Problem(401, "bad.credentials", "Invalid login credentials.");
        }
        return token;
    }

    /** Forgets every token: the next call with any of them is a 401. */
    public void revokeAll() {
        tokens.clear();
    }

    /** The clients, in the order they were registered. */
    public List<OAuthClient> clients() {
        return List.copyOf(clients.values());
    }

    /** Live tokens, oldest first. */
    public List<Token> live() {
        return new ArrayList<>(tokens.values());
    }

    /** How many tokens were issued so far. */
    public long issued() {
        return issued;
    }

    private Token issue(OAuthClient client, long now) {
        tokens.values().removeIf(token -> token.expiresAt() <= now);
        if (tokens.size() >= MAX_TOKENS) {
            tokens.remove(tokens.keySet().iterator().next());
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Token token = new Token(value, client, now + lifeSeconds * 1000, new QuotaWindow());
        tokens.put(value, token);
        issued++;
        return token;
    }

    private static String[] credentials(Request request, Map<String, List<String>> form) {
        String header = request.headers().getOrDefault("authorization", "");
        if (header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            try {
                String pair = new String(
                        Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
                return pair.contains(":") ? pair.split(":", 2) : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        String id = first(form, "client_id");
        String secret = first(form, "client_secret");
        return id == null || secret == null ? null : new String[] {id, secret};
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static Answer error(int status, String error, String description) {
        ObjectNode body = Json.object()
                .put("error", error)
                .put("description", description)
                .put("error_description", description);
        return Answer.json(status, body);
    }
}
