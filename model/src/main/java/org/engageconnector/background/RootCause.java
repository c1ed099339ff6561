package org.engageconnector.background;

/** What lies behind an error, under all that others have put around it. */
public final class RootCause {

    private RootCause() {}

    /** The innermost cause; the error itself where it has none. */
    public static Throwable of(Throwable error) {
        Throwable root = error;
        for (Throwable cause = root.getCause(); cause != null && cause != root; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
