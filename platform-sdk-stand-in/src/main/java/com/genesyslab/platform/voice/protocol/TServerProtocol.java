package com.genesyslab.platform.voice.protocol;

import com.genesyslab.platform.commons.protocol.ClientChannel;
import com.genesyslab.platform.commons.protocol.Endpoint;
import org.engageconnector.standin.TServerDialect;

/** A connection to a T-Server. */
public class TServerProtocol extends ClientChannel {

    private final TServerDialect dialect;

    public TServerProtocol(Endpoint endpoint) {
        this(endpoint, new TServerDialect());
    }

    private TServerProtocol(Endpoint endpoint, TServerDialect dialect) {
        super(endpoint, dialect);
        this.dialect = dialect;
    }

    public void setClientName(String name) {
        dialect.name(name);
    }

    public void setClientPassword(String password) {
        dialect.password(password);
    }
}
