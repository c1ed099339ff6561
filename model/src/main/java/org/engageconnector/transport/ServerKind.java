package org.engageconnector.transport;

/** The two kinds of Engage servers that the connector speaks with. */
public enum ServerKind {
    /** SIP Servers and other T-Servers: {@link org.engageconnector.message.TServerMessage}. */
    T_SERVER,
    /** Stat Servers: {@link org.engageconnector.message.StatServerMessage}. */
    STAT_SERVER
}
