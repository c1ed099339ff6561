package org.engageconnector.transport;

/** Makes the transports of one name; found in Camel's registry by whoever needs a transport that is not built in. */
public interface TransportProvider {

    /** The word of the option {@code transport}. */
    String name();

    /**
     * The transport of one session.
     *
     * @param thread where its call-backs must happen
     * @throws IllegalStateException when it cannot work here; the message says what is missing and what to do
     */
    EngageTransport transport(TransportSettings settings, SessionThread thread);
}
