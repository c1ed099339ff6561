package com.genesyslab.platform.commons.protocol;

import java.util.EventListener;
import java.util.EventObject;

/** Hears what happens to a channel. */
public interface ChannelListener extends EventListener {

    void onChannelOpened(EventObject event);

    void onChannelClosed(ChannelClosedEvent event);

    void onChannelError(ChannelErrorEvent event);
}
