package org.engageconnector.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Which kinds of Jolokia requests there are here, before its own policy says which objects and operations. GET changes
 * nothing: a link or an image in a page would be enough to ask for it. Notifications are not offered: a listener would stay
 * when whoever registered it is gone. Runs behind the body handler.
 */
public final class ManagementGuard implements Handler<RoutingContext> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/observe/jolokia";
    private static final Set<String> READING = Set.of("", "read", "list", "search", "version");
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_REQUESTS = 1_000;

    @Override
    public void handle(RoutingContext context) {
        if (!context.normalizedPath().startsWith(PATH)) {
            context.next();
            return;
        }
        HttpMethod method = context.request().method();
        String objection =
                method == HttpMethod.GET ? ofGet(context) : method == HttpMethod.POST ? ofPost(context) : null;
        if (objection == null && method != HttpMethod.GET && method != HttpMethod.POST) {
            context.response().putHeader("Allow", "GET, POST");
            JsonError.send(context, 405, "method.not.allowed", "Jolokia takes GET and POST");
        } else if (objection == null) {
            context.next();
        } else {
            JsonError.send(context, 403, "forbidden", objection);
        }
    }

    private static String ofGet(RoutingContext context) {
        String path = context.normalizedPath().substring(PATH.length());
        String query = context.request().getParam("p");
        return reads(path) && (query == null || reads(query))
                ? null
                : "by GET things can be read, listed and searched; operations are carried out by POST";
    }

    private static boolean reads(String path) {
        String[] parts = path.replaceAll("^/+", "").split("/", 2);
        return READING.contains(parts[0]);
    }

    private static String ofPost(RoutingContext context) {
        Buffer body = context.body() == null ? null : context.body().buffer();
        if (body == null || body.length() > MOST_BYTES) {
            return "the body must be a Jolokia request of at most 1 MB";
        }
        try {
            JsonNode request = JSON.readTree(body.getBytes());
            if (request != null && request.isArray()) {
                if (request.size() > MOST_REQUESTS) {
                    return "at most " + MOST_REQUESTS + " requests at once";
                }
                for (JsonNode one : request) {
                    if (!allowed(one)) {
                        return refused(one);
                    }
                }
                return null;
            }
            return request != null && allowed(request) ? null : refused(request);
        } catch (JsonProcessingException | IllegalStateException e) {
            return "the body is no JSON";
        } catch (java.io.IOException e) {
            return "the body cannot be read";
        }
    }

    private static boolean allowed(JsonNode request) {
        String type = request.path("type").asText("-").toLowerCase(java.util.Locale.ROOT);
        return request.isObject() && !type.isEmpty() && (READING.contains(type) || type.equals("exec"));
    }

    private static String refused(JsonNode request) {
        return "of Jolokia's requests read, list, search, version and exec are offered here";
    }
}
