package org.engageconnector.app.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.redis.RedisTls;

/** Whom we trust and as whom we show ourselves when we connect: {@code ex.tls.*}, in the form that each client wants. */
public final class OutboundTls {

    public static final String CA_FILE = "ex.tls.ca-file";
    public static final String KEY_STORE = "ex.tls.key-store";
    public static final String PASSWORD = "ex.tls.key-store-password";

    private OutboundTls() {}

    /** For HTTP; empty while nothing is set: Java's own authorities count and we have no certificate. */
    public static Optional<SSLContextParameters> http(RoleSettings settings) {
        TlsFiles files = new TlsFiles(settings);
        Optional<KeyStore> trusted = settings.find(CA_FILE).map(file -> files.withPublic(CA_FILE));
        Optional<KeyStore> own = settings.find(KEY_STORE).map(file -> files.keys(KEY_STORE, PASSWORD));
        if (trusted.isEmpty() && own.isEmpty()) {
            return Optional.empty();
        }
        SSLContextParameters parameters = new SSLContextParameters();
        trusted.ifPresent(store -> parameters.setTrustManagers(trust(store)));
        own.ifPresent(store -> parameters.setKeyManagers(keys(store, files.password(PASSWORD))));
        return Optional.of(parameters);
    }

    /** For {@code rediss://}. */
    public static RedisTls redis(RoleSettings settings) {
        TlsFiles files = new TlsFiles(settings);
        return new RedisTls(
                settings.find(CA_FILE).map(file -> trustFactory(files.withPublic(CA_FILE))),
                settings.find(KEY_STORE)
                        .map(file -> keyFactory(files.keys(KEY_STORE, PASSWORD), files.password(PASSWORD))));
    }

    /** A store of authorities as Camel wants it. */
    public static TrustManagersParameters trust(KeyStore store) {
        KeyStoreParameters given = new KeyStoreParameters();
        given.setKeyStore(store);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(given);
        return trust;
    }

    /** A store of certificate and key as Camel wants it. */
    public static KeyManagersParameters keys(KeyStore store, char[] password) {
        KeyStoreParameters given = new KeyStoreParameters();
        given.setKeyStore(store);
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(given);
        keys.setKeyPassword(new String(password));
        return keys;
    }

    private static TrustManagerFactory trustFactory(KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManagerFactory keyFactory(KeyStore store, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key in " + KEY_STORE + " cannot be used", e);
        }
    }
}
