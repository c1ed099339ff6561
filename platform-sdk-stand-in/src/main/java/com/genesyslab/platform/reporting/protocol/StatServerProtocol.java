package com.genesyslab.platform.reporting.protocol;

import com.genesyslab.platform.commons.protocol.ClientChannel;
import com.genesyslab.platform.commons.protocol.Endpoint;
import org.engageconnector.standin.StatServerDialect;

/** A connection to a Stat Server. */
public class StatServerProtocol extends ClientChannel {

    private final StatServerDialect dialect;

    public StatServerProtocol(Endpoint endpoint) {
        this(endpoint, new StatServerDialect());
    }

    private StatServerProtocol(Endpoint endpoint, StatServerDialect dialect) {
        super(endpoint, dialect);
        this.dialect = dialect;
    }

    public void setClientName(String name) {
        dialect.name(name);
    }

    public void setClientId(int id) {
        dialect.id(id);
    }
}
