package org.engageconnector.platformsdk;

/**
 * The SDK's own sign of life.
 *
 * @param clientSeconds how often we ask; 0 for never
 * @param serverSeconds how often the server asks
 */
public record AddpSettings(int clientSeconds, int serverSeconds) {

    /** Ten and twenty seconds. */
    public static final AddpSettings DEFAULT = new AddpSettings(10, 20);

    boolean on() {
        return clientSeconds > 0;
    }

    /**
     * Reads {@code 10/20}; {@code off} for none.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static AddpSettings parse(String text) {
        if (text.equals("off")) {
            return new AddpSettings(0, 0);
        }
        if (!text.matches("[1-9]\\d{0,3}/[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("`off`, or seconds of the client and of the server, such as 10/20");
        }
        String[] halves = text.split("/");
        return new AddpSettings(Integer.parseInt(halves[0]), Integer.parseInt(halves[1]));
    }
}
