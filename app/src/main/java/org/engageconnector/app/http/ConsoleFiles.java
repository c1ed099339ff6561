package org.engageconnector.app.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of the console, from the program itself: some pages of markup, script and style that hold nothing of the site.
 * What they show they ask {@code /api/v1} for, with the token that the reader gives. Everything is in memory; nothing of a
 * request becomes part of a file name.
 */
public final class ConsoleFiles {

    private static final String PAGE = "/console/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "md", "text/plain; charset=utf-8",
            "json", "application/json");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Reads all files; throws {@link UncheckedIOException} when the program is not whole. */
    public ConsoleFiles() {
        for (String name : text("/console/files.txt").lines().toList()) {
            String resource = name.equals("timeline.js") ? "/org/engageconnector/timeline/timeline.js" : PAGE + name;
            files.put(name, bytes(resource));
        }
    }

    /** Whether the path is that of a page which a link may lead to. */
    static boolean isPage(String path) {
        return path.equals("/") || path.equals(PAGE) || path.equals("/console");
    }

    /** Serves the files below {@code /console/}, and the description of the API. */
    public void serve(Router router, int order) {
        router.get("/").order(order).handler(ConsoleFiles::toPage);
        router.get("/console").order(order).handler(ConsoleFiles::toPage);
        router.get("/console/*").order(order).handler(this::file);
        byte[] api = bytes("/console/openapi.json");
        router.get("/api/v1/openapi.json").order(order).handler(context -> send(context, "openapi.json", api));
    }

    private static void toPage(RoutingContext context) {
        if (context.normalizedPath().equals(PAGE)) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, PAGE)
                    .end();
        }
    }

    private void file(RoutingContext context) {
        String path = context.normalizedPath();
        String name = path.equals(PAGE) ? "index.html" : path.substring(PAGE.length());
        byte[] file = files.get(name);
        if (file == null) {
            context.next();
        } else {
            send(context, name, file);
        }
    }

    private static void send(RoutingContext context, String name, byte[] file) {
        String tag = '"' + digest(file) + '"';
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Referrer-Policy", "no-referrer");
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304).end();
        } else {
            context.response().end(Buffer.buffer(file));
        }
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = ConsoleFiles.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("the program lacks " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
