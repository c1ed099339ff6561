package org.engageconnector.transport;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * What the transport of one session is told.
 *
 * @param applicationName how we register
 * @param password of that application; empty for none
 * @param clientId of a Stat Server's client
 * @param connectTimeout for TCP and TLS together
 * @param answerTimeout for the answer to the registration
 * @param tls the context for a connection to a member, its host name check included; {@code null} for plain TCP
 * @param encoding in which the server's text is read
 * @param invalid is told, in one word, each thing of a server that was not as it must be and was taken all the same; on any
 *     thread
 */
public record TransportSettings(
        ServerKind kind,
        String applicationName,
        String password,
        int clientId,
        Duration connectTimeout,
        Duration answerTimeout,
        Function<Member, SSLContext> tls,
        Charset encoding,
        Consumer<String> invalid) {

    /** Without the password. */
    @Override
    public String toString() {
        return kind + " as " + applicationName;
    }
}
