package org.engageconnector.component.engage;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.engageconnector.transport.Member;

/**
 * TLS of a connection, from Camel's SSLContextParameters. The server's certificate must name the host we connect to unless
 * that check was switched off.
 */
public final class ClientTls {

    private static final Duration CLOSE_NOTIFY_LIMIT = Duration.ofMillis(500);

    private final SSLContextParameters parameters;
    private final SSLContext context;
    private final boolean checkHostName;
    private final Duration handshakeLimit;

    private ClientTls(
            SSLContextParameters parameters, SSLContext context, boolean checkHostName, Duration handshakeLimit) {
        this.parameters = parameters;
        this.context = context;
        this.checkHostName = checkHostName;
        this.handshakeLimit = handshakeLimit;
    }

    /** @return {@code null} when there are no parameters: plain TCP */
    public static ClientTls of(
            SSLContextParameters parameters, CamelContext camel, boolean checkHostName, Duration handshakeLimit) {
        if (parameters == null) {
            return null;
        }
        try {
            return new ClientTls(parameters, parameters.createSSLContext(camel), checkHostName, handshakeLimit);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("sslContextParameters cannot be used: " + e.getMessage(), e);
        }
    }

    /** A context for connections to that member by others than us; it checks the host name by itself where that is wanted. */
    SSLContext contextFor(Member member) {
        if (!checkHostName) {
            return context;
        }
        return HostCheckingContext.of(parameters, member.host());
    }

    SslHandler handler(Channel channel, Member member) {
        SSLEngine engine = context.createSSLEngine(member.host(), member.port());
        engine.setUseClientMode(true);
        if (checkHostName) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        SslHandler handler = new SslHandler(engine);
        handler.setHandshakeTimeoutMillis(handshakeLimit.toMillis());
        // a peer that has stopped reading must not hold up the close
        handler.setCloseNotifyFlushTimeout(CLOSE_NOTIFY_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return handler;
    }
}
