package org.engageconnector.app.engage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.RoleSettings;

/** TLS to Engage servers as the settings {@code ex.engage.tls.*} want it, for every transport. */
public final class EngageTls {

    private static final String CA_FILE = "ex.engage.tls.ca-file";
    private static final String KEY_STORE = "ex.engage.tls.key-store";
    private static final String PASSWORD = "ex.engage.tls.key-store-password";

    private EngageTls() {}

    /** Empty when TLS is off. A file that cannot be used ends the start with what to mend. */
    public static Optional<SSLContextParameters> of(RoleSettings settings) {
        if (!settings.flag("ex.engage.tls.enabled")) {
            return Optional.empty();
        }
        SSLContextParameters parameters = new SSLContextParameters();
        settings.find(CA_FILE).ifPresent(file -> parameters.setTrustManagers(trust(settings, Path.of(file))));
        settings.find(KEY_STORE).ifPresent(file -> parameters.setKeyManagers(keys(settings, Path.of(file))));
        return Optional.of(parameters);
    }

    private static TrustManagersParameters trust(RoleSettings settings, Path file) {
        KeyStoreParameters store = new KeyStoreParameters();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + number++, certificate);
            }
            if (number == 0) {
                throw unusable(settings, CA_FILE, "there is no certificate in it", "a PEM file with certificates");
            }
            store.setKeyStore(trusted);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(settings, CA_FILE, e.getMessage(), "a PEM file with certificates");
        }
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        return trust;
    }

    private static KeyManagersParameters keys(RoleSettings settings, Path file) {
        char[] password = settings.find(PASSWORD).orElse("").toCharArray();
        KeyStoreParameters store = new KeyStoreParameters();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(in, password);
            store.setKeyStore(own);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(settings, KEY_STORE, e.getMessage(), "a PKCS#12 file, and its password in " + PASSWORD);
        }
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store);
        keys.setKeyPassword(new String(password));
        return keys;
    }

    private static CommandFailure unusable(RoleSettings settings, String name, String why, String wanted) {
        return new CommandFailure(
                ExitCode.USAGE,
                name + " cannot be used: " + why,
                settings.value(name).origin(),
                "name " + wanted);
    }
}
