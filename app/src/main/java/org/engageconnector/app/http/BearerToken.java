package org.engageconnector.app.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request pass that carries a token, compared in constant time: {@code ex.http.token} opens everything,
 * {@code ex.http.read-token} what changes nothing. Without any token every request passes. What changes something is logged
 * with the name of the setting whose token was used.
 */
public final class BearerToken implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(BearerToken.class);
    private static final String SCHEME = "Bearer ";
    private static final String FULL = "ex.http.token";
    private static final String READ = "ex.http.read-token";
    private static final String NOBODY = "no token";

    private final byte[] full;
    private final byte[] read;

    public BearerToken(Optional<String> full, Optional<String> read) {
        this.full = bytes(full);
        this.read = bytes(read);
    }

    private static byte[] bytes(Optional<String> token) {
        return token.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
    }

    @Override
    public void handle(RoutingContext context) {
        String who = who(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (who == null) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            JsonError.send(context, 401, "unauthorized", "a bearer token is needed: " + FULL);
        } else if (changes(context) && who.equals(READ)) {
            log(context, who);
            JsonError.send(context, 403, "read.only", "this token may only read; what changes something needs " + FULL);
        } else {
            if (changes(context)) {
                log(context, who);
            }
            context.put(BearerToken.class.getName(), who);
            context.next();
        }
    }

    /** {@code GET /api/v1/access}: what the token of this request may do. */
    public void access(RoutingContext context) {
        String who = context.get(BearerToken.class.getName());
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end("{\"token\":\"" + who + "\",\"mayChange\":" + !READ.equals(who) + "}");
    }

    /** The setting whose token was sent; null when it is none of ours. */
    private String who(String header) {
        if (full == null && read == null) {
            return NOBODY;
        }
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        byte[] sent = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        boolean isFull = full != null && MessageDigest.isEqual(full, sent);
        boolean isRead = read != null && MessageDigest.isEqual(read, sent);
        return isFull ? FULL : isRead ? READ : null;
    }

    /** A look-up is a question, though its list of ids is too long for a path. */
    private static boolean changes(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method != HttpMethod.GET
                && method != HttpMethod.HEAD
                && !(method == HttpMethod.POST && context.normalizedPath().endsWith("/lookup"));
    }

    private static void log(RoutingContext context, String who) {
        String what = context.request().method() + " " + shown(context.normalizedPath());
        String from = String.valueOf(context.request().remoteAddress().hostAddress());
        context.addEndHandler(ended -> LOG.info(
                "{}, by {} from {}, answered {}",
                what,
                who,
                from,
                context.response().getStatusCode()));
    }

    private static String shown(String path) {
        String plain = path.replaceAll("[^A-Za-z0-9/._:@-]", "_");
        return plain.length() > 200 ? plain.substring(0, 200) + "..." : plain;
    }
}
