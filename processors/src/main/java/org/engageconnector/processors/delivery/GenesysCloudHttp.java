package org.engageconnector.processors.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.net.URIAuthority;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.journal.DeliveryStoppedException;

/**
 * Makes camel-http's client fit for Genesys Cloud: no retries and no redirects behind the pacer, a limit on the whole time of
 * a request and on the length of an answer, and the credentials set here, where no Camel header, trace or log can show them. They go to the configured
 * hosts only.
 */
public final class GenesysCloudHttp implements HttpClientConfigurer, AutoCloseable {

    /** How long a delivery may take, from the grant of its slot to the end of the answer. */
    public static final long TIME_LIMIT_MILLIS = 4_000;

    private final Target api;
    private final Target login;
    private final Duration limit;
    private final Supplier<OAuthClient> client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "http-time-limit");
        thread.setDaemon(true);
        return thread;
    });
    private final LongAdder requests = new LongAdder();
    private volatile Bearer tokens;

    /** Where bearer tokens come from; asked by the thread that sends. */
    public interface Bearer {
        String bearer() throws IOException;
    }

    /**
     * An OAuth client.
     *
     * @param secret a secret
     */
    public record OAuthClient(String id, String secret) {
        @Override
        public String toString() {
            return "OAuthClient[" + id + "]";
        }
    }

    private record Target(String scheme, String host, int port) {
        static Target of(String url) {
            URI uri = URI.create(url);
            return new Target(
                    uri.getScheme().toLowerCase(Locale.ROOT), uri.getHost().toLowerCase(Locale.ROOT), uri.getPort());
        }

        boolean takes(ClassicHttpRequest request) {
            URIAuthority authority = request.getAuthority();
            return authority != null
                    && scheme.equalsIgnoreCase(request.getScheme())
                    && host.equalsIgnoreCase(authority.getHostName())
                    && port == authority.getPort();
        }
    }

    /**
     * Makes a configurer for one role.
     *
     * @param apiUrl {@code ex.genesys-cloud.api-url}
     * @param loginUrl {@code ex.genesys-cloud.login-url}
     * @param limit how long a request may take that has no deadline of its own
     * @param client asked at every token request; null while it is not known
     */
    public GenesysCloudHttp(String apiUrl, String loginUrl, Duration limit, Supplier<OAuthClient> client) {
        this.api = Target.of(apiUrl);
        this.login = Target.of(loginUrl);
        this.limit = limit;
        this.client = client;
    }

    /** Says where bearer tokens come from; before that, requests leave without one. */
    public void tokens(Bearer source) {
        this.tokens = source;
    }

    /** Requests to the API so far, those for tokens left out: what a month's allowance counts. */
    public long requests() {
        return requests.sum();
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableAutomaticRetries();
        builder.disableRedirectHandling();
        builder.disableCookieManagement();
        builder.disableAuthCaching();
        builder.addExecInterceptorFirst("engage-connector", this::send);
    }

    private ClassicHttpResponse send(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (isTokenRequest(request)) {
            request.setHeader(HttpHeaders.AUTHORIZATION, basic());
        } else if (api.takes(request) && tokens != null) {
            requests.increment();
            request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.bearer());
        }
        long left = RequestDeadline.left(limit.toNanos());
        if (left <= 0) {
            throw new InterruptedIOException("no time left to send the request");
        }
        return withinTime(request, scope, chain, left);
    }

    private String basic() throws IOException {
        OAuthClient now;
        try {
            now = client.get();
        } catch (IllegalStateException e) {
            throw new IOException("The OAuth client cannot be read now: " + e.getMessage());
        }
        if (now == null) {
            throw new DeliveryStoppedException(
                    "No OAuth client is known: set ex.genesys-cloud.client-id and ex.genesys-cloud.client-secret");
        }
        byte[] pair = (now.id() + ":" + now.secret()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private ClassicHttpResponse withinTime(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain, long nanos)
            throws IOException, HttpException {
        if (!(scope.originalRequest instanceof Cancellable cancellable)) {
            return chain.proceed(request, scope);
        }
        ScheduledFuture<?> limit = clock.schedule(
                BackgroundFailures.PROCESS.guard("http-time-limit", cancellable::cancel), nanos, TimeUnit.NANOSECONDS);
        boolean answered = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            answered = true;
            if (response.getEntity() != null) {
                response.setEntity(new BoundedEntity(response.getEntity()));
            }
            return response;
        } finally {
            if (!answered) {
                limit.cancel(false);
            }
        }
    }

    private boolean isTokenRequest(ClassicHttpRequest request) {
        return login.takes(request) && request.getPath().endsWith("/oauth/token");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
