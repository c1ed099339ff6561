package org.engageconnector.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A real Chromium without a window, spoken to over its DevTools protocol: no driver, no library. One page. What its console says
 * of errors is collected.
 */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Map<String, String> requests = new ConcurrentHashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final String session;

    Chromium(Path profile) throws Exception {
        process = new ProcessBuilder(
                        executable().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--host-resolver-rules=MAP *.example 127.0.0.1",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        Path place = profile.resolve("DevToolsActivePort");
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> Files.exists(place) && Files.readAllLines(place).size() >= 2);
        List<String> lines = Files.readAllLines(place);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Ear())
                .get(20, TimeUnit.SECONDS);
        String target = send("Target.createTarget", Map.of("url", "about:blank"), null)
                .path("targetId")
                .asText();
        session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true), null)
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Map.of());
        }
        size(1280, 800, 1);
    }

    /** Where this machine has a Chromium or Chrome. */
    static Optional<Path> executable() {
        return Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    void size(int width, int height, double scale) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", width < 600));
    }

    void dark(boolean on) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    }

    /** Every dialog that asks is answered with yes. */
    void agree() {
        evaluate("window.confirm = () => true");
    }

    void open(String url) {
        send("Page.navigate", Map.of("url", url));
    }

    /** The value of an expression; promises are waited for. */
    JsonNode evaluate(String expression) {
        JsonNode answer = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true. */
    void until(String expression) {
        try {
            await(expression);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    expression + " did not become true; errors " + errors + "; the page says: " + text(), e);
        }
    }

    private void await(String expression) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .alias(expression)
                .ignoreExceptions()
                .until(() -> evaluate("!!(" + expression + ")").asBoolean());
    }

    void untilText(String text) {
        until("document.body && document.body.innerText.includes(" + quoted(text) + ")");
    }

    String text() {
        return evaluate("document.body.innerText").asText();
    }

    void click(String selector) {
        until("document.querySelector(" + quoted(selector) + ")");
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** Types into a field as a person does: focus, then keys. */
    void type(String selector, String text) {
        until("document.querySelector(" + quoted(selector) + ")");
        evaluate("document.querySelector(%s).focus(), document.querySelector(%s).select()"
                .formatted(quoted(selector), quoted(selector)));
        send("Input.insertText", Map.of("text", text));
    }

    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "char", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            key.equals("Enter") ? "\r" : ""));
        }
    }

    void picture(Path file) throws IOException {
        JsonNode shot = send("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    /** What the console said of errors, exceptions and refused resources, and forgets it. */
    List<String> errors() {
        List<String> now = List.copyOf(errors);
        errors.clear();
        return now;
    }

    /** The status of the last answer to each method and address that the page asked; 0: blocked or failed. */
    Map<String, Integer> answers() {
        return Map.copyOf(answers);
    }

    static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    JsonNode send(String method, Map<String, ?> parameters) {
        return send(method, parameters, session);
    }

    private JsonNode send(String method, Map<String, ?> parameters, String to) {
        int id = ids.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (to != null) {
            message.put("sessionId", to);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        try {
            synchronized (socket()) {
                socket().sendText(message.toString(), true).get(20, TimeUnit.SECONDS);
            }
            JsonNode said = answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (said.has("error")) {
                throw new IllegalStateException(method + ": " + said.get("error"));
            }
            return said.path("result");
        } catch (Exception e) {
            throw new IllegalStateException(method, e);
        }
    }

    private WebSocket socket() {
        return socket;
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(String message) {
            try {
                JsonNode json = JSON.readTree(message);
                note(json.path("method").asText(), json.path("params"));
                if (json.has("id")) {
                    asked.remove(json.get("id").asInt()).complete(json);
                } else if (json.path("method").asText().equals("Runtime.exceptionThrown")
                        || json.path("params")
                                .path("entry")
                                .path("level")
                                .asText()
                                .equals("error")
                        || json.path("method").asText().equals("Runtime.consoleAPICalled")
                                && json.path("params").path("type").asText().equals("error")) {
                    errors.add(json.path("params").toString());
                }
            } catch (IOException e) {
                errors.add(e.toString());
            }
        }
    }

    private void note(String event, JsonNode said) {
        String id = said.path("requestId").asText();
        if (event.equals("Network.requestWillBeSent")) {
            String name = said.path("request").path("method").asText() + " "
                    + said.path("request").path("url").asText();
            requests.put(id, name);
        } else if (event.equals("Network.responseReceived")) {
            answers.put(
                    requests.getOrDefault(id, id),
                    said.path("response").path("status").asInt());
        } else if (event.equals("Network.responseReceivedExtraInfo")) {
            // comes also for an answer that the browser then keeps from the page
            answers.put(requests.getOrDefault(id, id), said.path("statusCode").asInt());
        } else if (event.equals("Network.loadingFailed")) {
            answers.putIfAbsent(requests.getOrDefault(id, id), 0);
        }
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
