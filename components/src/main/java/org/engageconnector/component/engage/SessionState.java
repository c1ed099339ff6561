package org.engageconnector.component.engage;

/** Where a session is; the table of transitions is in the package documentation. */
public enum SessionState {
    /** Not started, or stopped for good. */
    STOPPED,
    /** A connection to one member is being made. */
    CONNECTING,
    /** Connected; the answer to the registration is awaited. */
    REGISTERING,
    /** Registered with a server whose role is primary. */
    UP,
    /** The connection is being closed; the next member is chosen once it is. */
    CLOSING,
    /** Every member failed; the back-off runs. */
    WAITING,
    /** Stopping; the connection is being closed. */
    STOPPING
}
