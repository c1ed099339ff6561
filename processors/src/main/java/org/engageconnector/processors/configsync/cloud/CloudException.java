package org.engageconnector.processors.configsync.cloud;

/** A request that did not do what it was made for, and how far the harm reaches. The message never holds request data. */
public final class CloudException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How far the harm reaches. */
    public enum Reach {
        /** Genesys Cloud will not take this object as it is. */
        OBJECT,
        /** No usable answer now; the object is tried again with the next run. */
        OBJECT_FOR_NOW,
        /** The right is missing for this kind of request. */
        KIND,
        /** Nothing more can be sent. */
        RUN
    }

    private final Reach reach;
    private final int status;

    public CloudException(Reach reach, String message) {
        this(reach, message, 0);
    }

    private CloudException(Reach reach, String message, int status) {
        super(message, null, false, false);
        this.reach = reach;
        this.status = status;
    }

    /** For an answer that is final; its own text may quote our data, so only the code is told. */
    public static CloudException of(Reach reach, String request, Answer answer) {
        String code = answer.code().isEmpty() ? "" : " " + answer.code();
        String correlation = answer.correlationId().isEmpty() ? "" : " (correlation id " + answer.correlationId() + ")";
        return new CloudException(
                reach, request + " was answered " + answer.status() + code + correlation, answer.status());
    }

    /** True when Genesys Cloud said no, rather than nothing or that it cannot answer now. */
    public boolean refused() {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    public Reach reach() {
        return reach;
    }
}
