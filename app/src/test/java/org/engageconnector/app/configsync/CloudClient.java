package org.engageconnector.app.configsync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.GenesysCloudApi;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;

/** A plain HTTP client with a token of the simulator: for requests of a test's own and, in most tests, of config-sync. */
final class CloudClient implements GenesysCloudApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String token;

    CloudClient(GenesysCloudSimulator cloud, String role) {
        this.url = cloud.url();
        String pair = cloud.client(role).id() + ":" + cloud.client(role).secret();
        HttpRequest login = HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        this.token = json(send(login)).path("access_token").asText();
    }

    @Override
    public Answer request(String method, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = send(request);
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(answer.statusCode(), json(answer), headers);
    }

    JsonNode get(String path) {
        return request("GET", path, null).body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? null : JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
