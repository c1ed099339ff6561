package org.engageconnector.app.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.engageconnector.app.settings.Loopback;

/**
 * Keeps foreign web pages away from our ports. A browser says in {@code Host} which name it believes to talk to, in
 * {@code Origin} or {@code Referer} for which page it asks, and in {@code Sec-Fetch-Site} how that page is related to us; no
 * page can change these headers. Programs other than browsers send none of them but {@code Host}, and pass.
 *
 * <p>On a port of the loopback address a name that is not this machine's is refused: it was made to point here by somebody
 * else's name server. On any other address {@code /api/v1} asks for a token, which a page of another origin does not have.
 */
public final class BrowserGuard implements Handler<RoutingContext> {

    private static final Set<String> OUR_SITE = Set.of("same-origin", "none");

    private final boolean onLoopback;
    private final Set<String> names;
    private final boolean otherLocalPages;

    private BrowserGuard(boolean onLoopback, Set<String> names, boolean otherLocalPages) {
        this.onLoopback = onLoopback;
        this.names = names;
        this.otherLocalPages = otherLocalPages;
    }

    /**
     * For a role's port.
     *
     * @param host the address that the port listens on
     * @param names further host names under which browsers reach the port, as a reverse proxy hands them on
     */
    public static BrowserGuard ofRole(String host, Set<String> names) {
        return new BrowserGuard(Loopback.is(host), Set.copyOf(names), false);
    }

    /** For the management port: on loopback, and asked by Hawtio's proxy on behalf of a page of another local port. */
    public static BrowserGuard ofManagement() {
        return new BrowserGuard(true, Set.of(), true);
    }

    @Override
    public void handle(RoutingContext context) {
        String objection = objection(context.request());
        if (objection == null || linked(context)) {
            context.next();
        } else {
            JsonError.send(context, 403, "forbidden", objection);
        }
    }

    private String objection(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        if (asked == null && request.getHeader("Host") != null || asked != null && !ours(asked.host())) {
            return "this port answers to the names of this machine only; a proxy's name belongs into ex.http.host-names";
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OUR_SITE.contains(site.toLowerCase(Locale.ROOT))) {
            return "a page of another origin may not ask here";
        }
        String page = request.getHeader("Origin") != null ? request.getHeader("Origin") : request.getHeader("Referer");
        return page == null || samePlace(page, asked) ? null : "a page of another origin may not ask here";
    }

    private boolean ours(String host) {
        return !onLoopback && names.isEmpty() || Loopback.is(host) || names.contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean samePlace(String page, HostAndPort asked) {
        try {
            URI uri = URI.create(page);
            String host = uri.getHost();
            if (host == null) {
                return false;
            }
            if (names.contains(host.toLowerCase(Locale.ROOT)) || otherLocalPages && Loopback.is(host)) {
                return true;
            }
            return asked != null
                    && bare(host).equalsIgnoreCase(bare(asked.host()))
                    && port(uri.getPort(), uri.getScheme()) == port(asked.port(), uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String bare(String host) {
        return host.replace("[", "").replace("]", "");
    }

    private static int port(int said, String scheme) {
        return said > 0 ? said : "https".equals(scheme) ? 443 : 80;
    }

    /** Somebody follows a link of another page to the console: a page that shows nothing before it is given a token. */
    private boolean linked(RoutingContext context) {
        HttpServerRequest request = context.request();
        HostAndPort asked = request.authority();
        return request.method() == HttpMethod.GET
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && !otherLocalPages
                && asked != null
                && ours(asked.host())
                && ConsoleFiles.isPage(context.normalizedPath());
    }
}
