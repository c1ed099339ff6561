package org.engageconnector.component.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts the secrets of the transaction for Redis: AES-256-GCM under the SHA-256 of {@code ex.secret-key}. The nonce is
 * made from key, place and content, so that an unchanged secret gives unchanged text and raises no version. Thread-safe.
 */
final class SecretBox {

    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);
    private static final String MARK = "aes-gcm:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    private SecretBox(SecretKeySpec key, SecretKeySpec nonceKey) {
        this.key = key;
        this.nonceKey = nonceKey;
    }

    /** @param secretKey {@code null} or blank: nothing is encrypted */
    static SecretBox of(String secretKey) {
        if (secretKey == null || secretKey.isBlank()) {
            return new SecretBox(null, null);
        }
        return new SecretBox(
                new SecretKeySpec(digest("content" + secretKey), "AES"),
                new SecretKeySpec(digest("nonce" + secretKey), "HmacSHA256"));
    }

    static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("secret") || lower.contains("password");
    }

    /** What to store for a value at a place, such as {@code section/key}; without a key the value as it is, and a warning. */
    String lock(String place, String value) {
        if (key == null) {
            LOG.warn("Option {} is kept in clear in Redis; set ex.secret-key, the same for all roles", place);
            return value;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(nonceKey);
            byte[] nonce = Arrays.copyOf(mac.doFinal(bytes(place + "\n" + value)), NONCE);
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(bytes(value));
            byte[] all = Arrays.copyOf(nonce, NONCE + locked.length);
            System.arraycopy(locked, 0, all, NONCE, locked.length);
            return MARK + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM and HMAC", e);
        }
    }

    /** The value; empty when it was encrypted under another key, or there is none here. */
    Optional<String> open(String place, String stored) {
        if (!stored.startsWith(MARK)) {
            return Optional.of(stored);
        }
        if (key == null) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getDecoder().decode(stored.substring(MARK.length()));
            byte[] value = cipher(Cipher.DECRYPT_MODE, place, Arrays.copyOf(all, NONCE))
                    .doFinal(all, NONCE, all.length - NONCE);
            return Optional.of(new String(value, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(place));
        return cipher;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
