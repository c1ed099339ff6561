package org.engageconnector.platformsdk;

/**
 * A class or member that the site's version does not have.
 *
 * @param member its name, such as {@code TServerProtocol.setClientPassword}
 * @param stops whether nothing works without it; else something is lost
 * @param lost what is lost without it
 */
public record Missing(String member, boolean stops, String lost) {

    @Override
    public String toString() {
        return member + (stops ? ": cannot work without it, " : ": ") + lost;
    }
}
