package org.engageconnector.app.log;

/** An error as the log may show it: its class, its words masked, its stack, its causes alike. */
final class MaskedError extends Throwable {

    private static final long serialVersionUID = 1;

    /** Chains of causes end somewhere; this is for those that do not. */
    private static final int DEEPEST = 20;

    private MaskedError(String text, Throwable cause) {
        super(text, cause);
    }

    static Throwable of(Throwable error) {
        return of(error, 0);
    }

    private static Throwable of(Throwable error, int depth) {
        if (error == null || depth > DEEPEST) {
            return null;
        }
        MaskedError masked = new MaskedError(PersonalData.masked(error.toString()), of(error.getCause(), depth + 1));
        masked.setStackTrace(error.getStackTrace());
        return masked;
    }

    /** As the error itself would be printed. */
    @Override
    public String toString() {
        return getMessage();
    }
}
