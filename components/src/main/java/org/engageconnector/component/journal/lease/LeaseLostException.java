package org.engageconnector.component.journal.lease;

/** What should have been changed under a lease was not, because this instance does not hold it (any more). */
public final class LeaseLostException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String lease) {
        super("this instance does not hold the lease " + lease);
    }
}
