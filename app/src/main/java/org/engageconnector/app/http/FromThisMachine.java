package org.engageconnector.app.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.engageconnector.app.settings.Loopback;

/**
 * Keeps foreign web pages away from a port on loopback: a browser names the page it acts for in {@code Origin} or
 * {@code Referer}, and the address it believes to talk to in {@code Host}. Requests without these headers pass.
 */
public final class FromThisMachine implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (local(request.getHeader("Origin"))
                && local(request.getHeader("Referer"))
                && (request.authority() == null
                        || Loopback.is(request.authority().host()))) {
            context.next();
        } else {
            context.response().setStatusCode(403).end("only for pages and programs of this machine");
        }
    }

    private static boolean local(String address) {
        if (address == null) {
            return true;
        }
        try {
            String host = URI.create(address).getHost();
            return host != null && Loopback.is(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
