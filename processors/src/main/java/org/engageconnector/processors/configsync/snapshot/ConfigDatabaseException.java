package org.engageconnector.processors.configsync.snapshot;

/** The Config DB could not be read; the message says which file, what is wrong and what to do. */
public final class ConfigDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean answered;

    /** @param answered true when the database was reached but refused (rights, missing table or column) */
    public ConfigDatabaseException(String message, boolean answered, Throwable cause) {
        super(message, cause);
        this.answered = answered;
    }

    /** False when the database could not be reached at all. */
    public boolean answered() {
        return answered;
    }
}
