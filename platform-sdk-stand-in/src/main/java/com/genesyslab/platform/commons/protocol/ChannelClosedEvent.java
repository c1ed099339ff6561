package com.genesyslab.platform.commons.protocol;

import java.util.EventObject;

/** Why. */
public class ChannelClosedEvent extends EventObject {

    private static final long serialVersionUID = 1;

    private final transient Throwable cause;

    public ChannelClosedEvent(Object source, Throwable cause) {
        super(source);
        this.cause = cause;
    }

    public Throwable getCause() {
        return cause;
    }
}
