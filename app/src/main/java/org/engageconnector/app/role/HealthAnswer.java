package org.engageconnector.app.role;

/**
 * One look at the health of one thing.
 *
 * @param message for people, without secrets; may be {@code null} when up
 */
public record HealthAnswer(boolean up, String message) {

    public static final HealthAnswer UP = new HealthAnswer(true, null);

    public static HealthAnswer down(String message) {
        return new HealthAnswer(false, message);
    }
}
