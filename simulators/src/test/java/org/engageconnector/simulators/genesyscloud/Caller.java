package org.engageconnector.simulators.genesyscloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.genesyscloud.http.Json;

/** An OAuth client of the simulator that speaks real HTTP. */
public final class Caller {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private String token = "";
    private Duration timeout = Duration.ofSeconds(10);

    public Caller(String url) {
        this.url = url;
    }

    /** A caller that has logged in as the client of that role. */
    public static Caller of(GenesysCloudSimulator simulator, String role) {
        Caller caller = new Caller(simulator.url());
        OAuthClient client = simulator.client(role);
        caller.token = json(caller.login(client.id(), client.secret(), "grant_type=client_credentials"))
                .path("access_token")
                .asText();
        return caller;
    }

    /** Waits no longer than that for an answer. */
    public Caller timeout(long millis) {
        timeout = Duration.ofMillis(millis);
        return this;
    }

    public HttpResponse<String> login(String id, String secret, String form) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> call(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return call("GET", path, null);
    }

    public HttpResponse<String> post(String path, JsonNode body) {
        return call("POST", path, body.toString());
    }

    /** The JSON of a successful answer. */
    public JsonNode ok(String method, String path, String body) {
        HttpResponse<String> response = call(method, path, body);
        if (response.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? Json.object() : json(response);
    }

    /** The id of what a successful POST made. */
    public String create(String path, ObjectNode body) {
        return ok("POST", path, body.toString()).path("id").asText();
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(timeout).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
