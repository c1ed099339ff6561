package org.engageconnector.component.journal.step;

import org.engageconnector.background.RootCause;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.redis.RedisUnavailableException;

/** Tells the fault of an entry from a fault of the surroundings, which no dead letter would mend. */
final class Faults {

    private static final int DEEPEST = 20;

    private static final int LONGEST_TEXT = 200;

    private Faults() {}

    static boolean ofRedis(Throwable failure) {
        return redisFault(failure) != null;
    }

    /** What Redis, the bound or the lease says, without what others have put around it. */
    static String reason(Throwable failure) {
        Throwable cause = redisFault(failure);
        return String.valueOf((cause == null ? failure : cause).getMessage());
    }

    private static Throwable redisFault(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof RedisUnavailableException
                    || cause instanceof JournalFullException
                    || cause instanceof LeaseLostException) {
                return cause;
            }
        }
        return null;
    }

    /** Class, place and message; digits and quoted text are blotted out, since they may be a caller's. */
    static String describe(Throwable error) {
        Throwable root = RootCause.of(error);
        String place = "";
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("org.engageconnector.")) {
                place = " at " + frame.getFileName() + ":" + frame.getLineNumber();
                break;
            }
        }
        String message = root.getMessage() == null ? "" : ": " + root.getMessage();
        String text = root.getClass().getName()
                + place
                + message.replaceAll("\"[^\"]*\"|'[^']*'", "'...'").replaceAll("\\d{3,}", "###");
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
