package org.engageconnector.component.redis;

import io.lettuce.core.SslOptions;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS to Redis and its Sentinels, for {@code rediss://}.
 *
 * @param trusted who may have signed the server's certificate; empty for those of Java
 * @param own our certificate where the server asks for one; empty for none
 */
public record RedisTls(Optional<TrustManagerFactory> trusted, Optional<KeyManagerFactory> own) {

    /** Java's own authorities, no certificate of ours. */
    public static final RedisTls DEFAULT = new RedisTls(Optional.empty(), Optional.empty());

    SslOptions options() {
        SslOptions.Builder builder = SslOptions.builder();
        trusted.ifPresent(builder::trustManager);
        own.ifPresent(builder::keyManager);
        return builder.build();
    }
}
