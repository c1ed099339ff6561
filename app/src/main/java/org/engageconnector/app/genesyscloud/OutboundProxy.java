package org.engageconnector.app.genesyscloud;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.engageconnector.app.settings.RoleSettings;

/**
 * The proxy on the way to Genesys Cloud, as {@code ex.http-proxy.*} says. Requests go through a tunnel ({@code CONNECT}), so it
 * sees host names and no content.
 */
final class OutboundProxy {

    private final HttpHost proxy;
    private final Optional<UsernamePasswordCredentials> login;
    private final List<String> direct;

    private OutboundProxy(HttpHost proxy, Optional<UsernamePasswordCredentials> login, List<String> direct) {
        this.proxy = proxy;
        this.login = login;
        this.direct = direct;
    }

    /** Empty where none is set. */
    static Optional<OutboundProxy> of(RoleSettings settings) {
        return settings.find("ex.http-proxy.host")
                .map(host -> new OutboundProxy(
                        new HttpHost("http", host, (int) settings.number("ex.http-proxy.port")),
                        settings.find("ex.http-proxy.username")
                                .map(user -> new UsernamePasswordCredentials(
                                        user,
                                        settings.text("ex.http-proxy.password").toCharArray())),
                        Arrays.stream(settings.text("ex.http-proxy.no-proxy").split(","))
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .filter(name -> !name.isEmpty())
                                .toList()));
    }

    void configure(HttpClientBuilder builder) {
        builder.setRoutePlanner(new DefaultProxyRoutePlanner(proxy) {
            @Override
            protected HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
                return isDirect(target.getHostName()) ? null : super.determineProxy(target, context);
            }
        });
        login.ifPresent(credentials -> {
            BasicCredentialsProvider provider = new BasicCredentialsProvider();
            provider.setCredentials(new AuthScope(proxy), credentials);
            builder.setDefaultCredentialsProvider(provider);
        });
        builder.addExecInterceptorBefore(ChainElement.CONNECT.name(), "proxy-answers", this::through);
    }

    /** Whether a host is reached without the proxy: named itself, or below a name that begins with a dot. */
    boolean isDirect(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return direct.stream()
                .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
                .anyMatch(entry -> entry.startsWith(".") ? name.endsWith(entry) : name.equals(entry));
    }

    /** A proxy that refuses the tunnel answers in place of Genesys Cloud; its 403 must not be taken for a missing permission. */
    private ClassicHttpResponse through(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpRoute route = scope.route;
        if (route.getProxyHost() != null && route.isSecure() && scope.clientContext.getSSLSession() == null) {
            int status = response.getCode();
            response.close();
            throw new IOException("the proxy " + proxy.toHostString() + " (ex.http-proxy.host) refused a connection to "
                    + route.getTargetHost().toHostString() + " with status " + status
                    + (status == 407 || status == 401
                            ? ": set or correct ex.http-proxy.username and ex.http-proxy.password"
                            : ""));
        }
        return response;
    }
}
