package org.engageconnector.app.settings;

/** What a setting's text may be. */
public interface SettingType {

    /** For the documentation, for example {@code duration}. */
    String label();

    /**
     * Checks a value and brings it into the form that routes and beans read: durations become milliseconds, sizes bytes.
     *
     * @throws IllegalArgumentException with what is allowed as message, never the value itself
     */
    String normalise(String text);
}
