package org.engageconnector.platformsdk;

/** The site's folder cannot be used. The message says what is wrong with it, and what to do. */
public final class PlatformSdkException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    PlatformSdkException(String message, Throwable cause) {
        super(message, cause);
    }

    PlatformSdkException(String message) {
        this(message, null);
    }
}
