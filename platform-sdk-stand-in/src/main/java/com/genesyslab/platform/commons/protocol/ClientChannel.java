package com.genesyslab.platform.commons.protocol;

import com.genesyslab.platform.commons.threading.AsyncInvoker;
import com.genesyslab.platform.commons.threading.SingleThreadInvoker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.engageconnector.standin.Channel;
import org.engageconnector.standin.Dialect;

/** One connection to a server, opened and closed in the background. */
public abstract class ClientChannel implements Protocol {

    /** One thread for all channels that were given none. */
    private static final AsyncInvoker SHARED = new SingleThreadInvoker("stand-in-shared-invoker");

    private final List<ChannelListener> listeners = new CopyOnWriteArrayList<>();
    private final Channel channel;

    protected ClientChannel(Endpoint endpoint, Dialect dialect) {
        channel = new Channel(this, endpoint, dialect, SHARED, listeners);
    }

    public void setTimeout(long millis) {
        channel.timeout(millis);
    }

    public void setInvoker(AsyncInvoker invoker) {
        channel.invoker(invoker);
    }

    public void setMessageHandler(MessageHandler handler) {
        channel.handler(handler);
    }

    public void addChannelListener(ChannelListener listener) {
        listeners.add(listener);
    }

    public void beginOpen() throws ProtocolException {
        channel.open();
    }

    public void beginClose() {
        channel.close();
    }

    @Override
    public void send(Message message) throws ProtocolException {
        channel.send(message);
    }

    @Override
    public ChannelState getState() {
        return channel.state();
    }
}
