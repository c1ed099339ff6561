package org.engageconnector.processors.configsync.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a site is called in the organisation that it keeps in step.
 *
 * @param chosen {@code ex.config-sync.site}; empty when nobody chose one
 * @param usual what it is called then, unless Redis remembers another name: the same after Redis was emptied
 */
public record SiteName(String chosen, String usual) {

    /** What a chosen name must match. */
    public static final String FORM = "[A-Za-z0-9._-]{1,40}";

    private static final int DIGITS = 12;

    /**
     * @param chosen the setting, {@code null} for none
     * @param place where the site's Redis is, without credentials: two sites have two
     */
    public static SiteName of(String chosen, String place) {
        return new SiteName(chosen == null ? "" : chosen, digest(place));
    }

    private static String digest(String place) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
