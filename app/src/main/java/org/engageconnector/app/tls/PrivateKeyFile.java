package org.engageconnector.app.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as Kubernetes and most authorities hand it out: PEM, PKCS#8, not encrypted. */
final class PrivateKeyFile {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final long MOST_BYTES = 1L << 16;

    private PrivateKeyFile() {}

    /** @throws GeneralSecurityException with what is wrong with the file; nothing of its content */
    static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        if (Files.size(file) > MOST_BYTES) {
            throw new GeneralSecurityException("it is larger than 64 KiB");
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher matcher = KEY.matcher(text);
        if (!matcher.find()) {
            throw new GeneralSecurityException(
                    text.contains("PRIVATE KEY-----")
                            ? "the key is encrypted or not in PKCS#8; `openssl pkcs8 -topk8 -nocrypt` converts it"
                            : "there is no private key in it");
        }
        byte[] content;
        try {
            content = Base64.getMimeDecoder().decode(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("it is damaged");
        }
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content));
            } catch (GeneralSecurityException e) {
                // the key is of another kind
            }
        }
        throw new GeneralSecurityException("its key is none of " + String.join(", ", ALGORITHMS));
    }
}
