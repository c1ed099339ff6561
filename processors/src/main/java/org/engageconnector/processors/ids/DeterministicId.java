package org.engageconnector.processors.ids;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Mints ids that are the same wherever and however often they are minted: the first 16 bytes of SHA-256 over tenant, kind and
 * parts, joined by 0x1F, shaped as a version 4 UUID. Two instances, a replay and a repeat so agree. Thread-safe.
 */
public final class DeterministicId {

    private static final byte SEPARATOR = 0x1F;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(DeterministicId::sha256);

    private DeterministicId() {}

    /**
     * Gives the id of a thing.
     *
     * @param tenant the tenant's DBID, so that two tenants never share an id
     * @param kind what it is, for example {@code conversation}
     * @param parts what makes it unique among its kind, in a fixed order
     * @return lower-case UUID text of version 4, variant 10
     */
    public static String id(String tenant, String kind, String... parts) {
        MessageDigest digest = SHA_256.get();
        digest.reset();
        digest.update(tenant.getBytes(StandardCharsets.UTF_8));
        digest.update(SEPARATOR);
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            digest.update(SEPARATOR);
            digest.update(part.getBytes(StandardCharsets.UTF_8));
        }
        byte[] hash = digest.digest();
        hash[6] = (byte) (hash[6] & 0x0F | 0x40);
        hash[8] = (byte) (hash[8] & 0x3F | 0x80);
        HexFormat hex = HexFormat.of();
        StringBuilder text = new StringBuilder(36);
        text.append(hex.formatHex(hash, 0, 4)).append('-');
        text.append(hex.formatHex(hash, 4, 6)).append('-');
        text.append(hex.formatHex(hash, 6, 8)).append('-');
        text.append(hex.formatHex(hash, 8, 10)).append('-');
        return text.append(hex.formatHex(hash, 10, 16)).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
