package org.engageconnector.simulators.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.site.Site;

/** Asks the simulated Genesys Cloud, as any client would, which ids it gave to users, queues and wrap-up codes. */
public final class OrganisationReader {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ObjectMapper mapper = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private final String url;

    private final OAuthClient client;

    public OrganisationReader(String url, OAuthClient client) {
        this.url = url;
        this.client = client;
    }

    public OrganisationNames read(Site site) throws IOException, InterruptedException {
        String token = token();
        Map<String, String> userOfEmail = new HashMap<>();
        each(
                token,
                "/api/v2/users?state=any&pageSize=100",
                user -> userOfEmail.put(
                        user.path("email").asText().toLowerCase(Locale.ROOT),
                        user.path("id").asText()));
        Map<String, String> queueOfName = named(token, "/api/v2/routing/queues?pageSize=100");
        Map<String, String> codeOfName = named(token, "/api/v2/routing/wrapupcodes?pageSize=100");
        Map<String, String> presences = new HashMap<>();
        each(
                token,
                "/api/v2/presence/definitions?pageSize=100",
                definition -> presences.put(
                        definition.path("id").asText(),
                        definition.path("systemPresence").asText()));

        Map<String, String> users = new HashMap<>();
        site.agents()
                .forEach(agent -> users.put(
                        agent.employeeId(),
                        userOfEmail.getOrDefault(agent.email().toLowerCase(Locale.ROOT), "")));
        Map<String, String> queues = new HashMap<>();
        site.queues()
                .forEach(queue -> queues.put(
                        queue.number() + "@" + queue.switchName(), queueOfName.getOrDefault(queue.displayName(), "")));
        Map<String, String> codes = new HashMap<>();
        site.dispositions()
                .forEach((name, display) ->
                        codes.put(name, codeOfName.getOrDefault(display, codeOfName.getOrDefault(name, ""))));
        return new OrganisationNames(users, queues, codes, presences);
    }

    private Map<String, String> named(String token, String path) throws IOException, InterruptedException {
        Map<String, String> ids = new HashMap<>();
        each(
                token,
                path,
                one -> ids.put(one.path("name").asText(), one.path("id").asText()));
        return ids;
    }

    private void each(String token, String path, Consumer<JsonNode> action) throws IOException, InterruptedException {
        int page = 1;
        int pages = 1;
        while (page <= pages) {
            JsonNode answer = send(HttpRequest.newBuilder(URI.create(url + path + "&pageNumber=" + page))
                    .header("Authorization", "Bearer " + token)
                    .timeout(LIMIT)
                    .build());
            answer.path("entities").forEach(action);
            pages = answer.path("pageCount").asInt(1);
            page++;
        }
    }

    private String token() throws IOException, InterruptedException {
        String basic = Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .timeout(LIMIT)
                        .build())
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri().getPath() + " was answered " + answer.statusCode());
        }
        return mapper.readTree(answer.body());
    }
}
