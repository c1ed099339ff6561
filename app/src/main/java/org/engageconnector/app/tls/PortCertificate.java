package org.engageconnector.app.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.RoleSettings;

/** Certificate and key of our own ports, as the files of {@code ex.http.tls.*} hold them now. Thread-safe. */
public final class PortCertificate {

    public static final String CERTIFICATE = "ex.http.tls.certificate-file";
    public static final String KEY = "ex.http.tls.key-file";

    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    private final RoleSettings settings;
    private final Path certificateFile;
    private final Path keyFile;
    private volatile Instant expires = Instant.MAX;

    private PortCertificate(RoleSettings settings, Path certificateFile, Path keyFile) {
        this.settings = settings;
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
    }

    /** Empty where our ports speak plain HTTP. */
    public static Optional<PortCertificate> of(RoleSettings settings) {
        return settings.find(CERTIFICATE)
                .map(file -> new PortCertificate(settings, Path.of(file), Path.of(settings.text(KEY))));
    }

    /** What the server starts with. A file that cannot be used ends the start with what to mend. */
    public SSLContextParameters parameters() {
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(OutboundTls.keys(read(), IN_MEMORY));
        return parameters;
    }

    /** What a running server takes up; throws {@link CommandFailure} and changes nothing when the files cannot be used. */
    public KeyManagerFactory keys() {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(read(), IN_MEMORY);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When the certificate that was read last is over. */
    public Instant expires() {
        return expires;
    }

    /** Tells one state of the files from another: where a link of them leads, size and time of change. */
    public String state() {
        return state(certificateFile) + ' ' + state(keyFile);
    }

    private static String state(Path file) {
        try {
            Path real = file.toRealPath();
            return real + "," + Files.size(real) + "," + Files.getLastModifiedTime(real);
        } catch (IOException e) {
            return "away";
        }
    }

    private KeyStore read() {
        List<X509Certificate> chain = new TlsFiles(settings).certificates(CERTIFICATE);
        try {
            PrivateKey key = PrivateKeyFile.read(keyFile);
            if (!belongs(key, chain.get(0).getPublicKey())) {
                throw new GeneralSecurityException("it is not the key of the first certificate in " + certificateFile);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("port", key, IN_MEMORY, chain.toArray(new X509Certificate[0]));
            expires = chain.get(0).getNotAfter().toInstant();
            return store;
        } catch (IOException | GeneralSecurityException e) {
            String why = e instanceof IOException
                    ? "it cannot be read (" + e.getClass().getSimpleName() + ")"
                    : e.getMessage();
            throw new CommandFailure(
                    ExitCode.USAGE,
                    KEY + " cannot be used (" + keyFile + "): " + why,
                    settings.value(KEY).origin(),
                    "name the PEM file with the key of " + CERTIFICATE);
        }
    }

    /** What the key signs, the certificate must verify. */
    private static boolean belongs(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        String name = key.getAlgorithm();
        if (!name.equals(certified.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(
                name.equals("RSA") ? "SHA256withRSA" : name.equals("EC") ? "SHA256withECDSA" : "Ed25519");
        signature.initSign(key);
        signature.update(new byte[] {1});
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(new byte[] {1});
        return signature.verify(signed);
    }
}
