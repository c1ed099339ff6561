package org.engageconnector.app.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.RoleSettings;

/** Reads the files with certificates that settings name. One that cannot be used ends the start with what to mend. */
public final class TlsFiles {

    /** A bundle is some dozens of certificates; a file above this is something else. */
    private static final long MOST_BYTES = 4L << 20;

    private final RoleSettings settings;

    public TlsFiles(RoleSettings settings) {
        this.settings = settings;
    }

    /** The certificates of a PEM file, at least one. */
    public List<X509Certificate> certificates(String setting) {
        try (InputStream in = open(setting)) {
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) certificate);
            }
            if (certificates.isEmpty()) {
                throw unusable(setting, "there is no certificate in it", "a PEM file with certificates");
            }
            return certificates;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(setting, why(e), "a PEM file with certificates");
        }
    }

    /** The authorities of a PEM file as a store, and nobody else. */
    public KeyStore only(String setting) {
        return store(setting, certificates(setting));
    }

    /** The authorities of a PEM file, and those that this Java trusts. */
    public KeyStore withPublic(String setting) {
        List<X509Certificate> all = new ArrayList<>(certificates(setting));
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trust) {
                    all.addAll(List.of(trust.getAcceptedIssuers()));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no authorities of its own", e);
        }
        return store(setting, all);
    }

    /** Certificate and key of a PKCS#12 file. */
    public KeyStore keys(String setting, String passwordSetting) {
        try (InputStream in = open(setting)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(in, password(passwordSetting));
            return own;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(setting, why(e), "a PKCS#12 file, and its password in " + passwordSetting);
        }
    }

    /** The password of a PKCS#12 file; empty for none. */
    public char[] password(String setting) {
        return settings.find(setting).orElse("").toCharArray();
    }

    private InputStream open(String setting) throws IOException {
        Path file = Path.of(settings.text(setting));
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("it is larger than 4 MiB");
        }
        return Files.newInputStream(file);
    }

    private KeyStore store(String setting, List<X509Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(setting, why(e), "a PEM file with certificates");
        }
    }

    private static String why(Exception error) {
        return error instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : error instanceof java.nio.file.AccessDeniedException
                        ? "this user may not read it"
                        : String.valueOf(error.getMessage());
    }

    private CommandFailure unusable(String setting, String why, String wanted) {
        return new CommandFailure(
                ExitCode.USAGE,
                setting + " cannot be used (" + settings.text(setting) + "): " + why,
                settings.value(setting).origin(),
                "name " + wanted);
    }
}
