package com.genesyslab.platform.commons.protocol;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class ChannelState extends GEnum {

    public static final ChannelState Closed = new ChannelState(0, "Closed");
    public static final ChannelState Opening = new ChannelState(1, "Opening");
    public static final ChannelState Opened = new ChannelState(2, "Opened");
    public static final ChannelState Closing = new ChannelState(3, "Closing");

    private ChannelState(int number, String name) {
        super(number, name);
    }
}
