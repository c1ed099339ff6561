package org.engageconnector.app.settings;

/**
 * A value and where it came from.
 *
 * @param text normalised by its type; {@code null} when nothing sets it
 * @param origin a file and line, an environment variable, or {@code default}
 */
public record SettingValue(String text, String origin) {

    static final String DEFAULT = "default";

    /** True when a person set it: then the transaction does not count. */
    public boolean set() {
        return text != null && !DEFAULT.equals(origin);
    }
}
