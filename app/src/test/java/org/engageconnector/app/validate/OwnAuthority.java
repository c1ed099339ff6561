package org.engageconnector.app.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority as a company has its own, made by the JDK's keytool, and what it signs. */
public final class OwnAuthority {

    public static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path store;

    public OwnAuthority(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.store = folder.resolve("all.p12");
        make("ca", List.of("-ext", "bc:c", "-dname", "CN=An own authority"));
        pem(folder.resolve("ca.pem"), "CERTIFICATE", List.of(certificate("ca").getEncoded()));
    }

    /** The authority's certificate, as {@code ex.tls.ca-file} wants it. */
    public Path caFile() {
        return folder.resolve("ca.pem");
    }

    /** Signs a certificate for this machine; further options of keytool may say for which time. */
    public OwnAuthority sign(String name, String... more) throws Exception {
        List<String> options = new ArrayList<>(
                List.of("-signer", "ca", "-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1"));
        options.addAll(List.of(more));
        make(name, options);
        pem(
                certificateFile(name),
                "CERTIFICATE",
                List.of(certificate(name).getEncoded(), certificate("ca").getEncoded()));
        pem(
                keyFile(name),
                "PRIVATE KEY",
                List.of(keys().getKey(name, PASSWORD.toCharArray()).getEncoded()));
        KeyStore single = KeyStore.getInstance("PKCS12");
        single.load(null, null);
        single.setKeyEntry(
                name, keys().getKey(name, PASSWORD.toCharArray()), PASSWORD.toCharArray(), new Certificate[] {
                    certificate(name), certificate("ca")
                });
        try (var out = Files.newOutputStream(keyStore(name))) {
            single.store(out, PASSWORD.toCharArray());
        }
        return this;
    }

    public Path certificateFile(String name) {
        return folder.resolve(name + ".crt");
    }

    public Path keyFile(String name) {
        return folder.resolve(name + ".key");
    }

    /** Certificate and key as PKCS#12. */
    public Path keyStore(String name) {
        return folder.resolve(name + ".p12");
    }

    /** For a server that shows that certificate, or for a client: both trust this authority. */
    public SSLContext context(String name) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(KeyStore.getInstance(keyStore(name).toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", certificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private Certificate certificate(String name) throws GeneralSecurityException, IOException {
        return keys().getCertificate(name);
    }

    private void make(String name, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(more);
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + Files.readString(folder.resolve("keytool.log")));
        }
    }

    private static void pem(Path file, String kind, List<byte[]> parts) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte[] part : parts) {
            text.append("-----BEGIN ").append(kind).append("-----\n");
            text.append(Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(part));
            text.append("\n-----END ").append(kind).append("-----\n");
        }
        Files.writeString(file, text);
    }
}
