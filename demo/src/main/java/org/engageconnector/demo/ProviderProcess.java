package org.engageconnector.demo;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.engageconnector.app.settings.Home;
import org.engageconnector.simulators.FreePort;

/** A conversation provider in a process of its own, so that it can be killed as a machine would kill it. */
final class ProviderProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String MAIN_CLASS = "org.engageconnector.app.EngageConnector";

    private static final String PORT = "EX_CONVERSATION_PROVIDER_HTTP_PORT";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private final Process process;

    private final URI ready;

    /** @param environment where everything is; port and instance id are replaced */
    ProviderProcess(Home home, Map<String, String> environment, String instance) throws IOException {
        String port = Integer.toString(FreePort.find());
        String log = System.getProperty("engage.log.file", "demo") + "." + instance;
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dengage.home=" + home.directory(),
                "-Dengage.config=" + DemoWorld.emptyDirectory(),
                "-Dengage.log=file",
                "-Dengage.log.file=" + log,
                "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile", ""),
                MAIN_CLASS,
                "run",
                "conversation-provider"));
        builder.environment().keySet().removeIf(name -> name.startsWith("EX_"));
        builder.environment().putAll(environment);
        builder.environment().put(PORT, port);
        builder.environment().put("EX_INSTANCE_ID", instance);
        builder.environment().put("EX_MANAGEMENT_PORT", Integer.toString(FreePort.find()));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(new File(log + ".out")));
        process = builder.start();
        ready = URI.create("http://127.0.0.1:" + port + "/observe/health/ready");
    }

    long pid() {
        return process.pid();
    }

    boolean ready() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(ready).timeout(LIMIT).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
