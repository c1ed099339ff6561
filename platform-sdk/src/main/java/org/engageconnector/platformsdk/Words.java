package org.engageconnector.platformsdk;

/** Exceptions of the SDK in a few words. */
final class Words {

    private static final int MOST = 300;

    private Words() {}

    /** The root cause: its text, or its name where it has none. Never of a message, so nothing personal is in it. */
    static String of(Throwable error) {
        Throwable root = error;
        for (int i = 0; i < 20 && root.getCause() != null && root.getCause() != root; i++) {
            root = root.getCause();
        }
        String text = root.getMessage() == null || root.getMessage().isBlank()
                ? root.getClass().getSimpleName()
                : root.getMessage().strip();
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    /** Whether a server refused the client: a RegistrationException is among the causes. */
    static boolean refused(Throwable error) {
        Throwable at = error;
        for (int i = 0; i < 20 && at != null; i++, at = at.getCause()) {
            for (Class<?> type = at.getClass(); type != null; type = type.getSuperclass()) {
                if (type.getSimpleName().equals("RegistrationException")) {
                    return true;
                }
            }
        }
        return false;
    }
}
