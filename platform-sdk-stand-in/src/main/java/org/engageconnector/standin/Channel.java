package org.engageconnector.standin;

import com.genesyslab.platform.commons.connection.Connection;
import com.genesyslab.platform.commons.protocol.ChannelClosedEvent;
import com.genesyslab.platform.commons.protocol.ChannelErrorEvent;
import com.genesyslab.platform.commons.protocol.ChannelListener;
import com.genesyslab.platform.commons.protocol.ChannelState;
import com.genesyslab.platform.commons.protocol.ClientChannel;
import com.genesyslab.platform.commons.protocol.Endpoint;
import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.commons.protocol.MessageHandler;
import com.genesyslab.platform.commons.protocol.ProtocolException;
import com.genesyslab.platform.commons.protocol.RegistrationException;
import com.genesyslab.platform.commons.threading.AsyncInvoker;
import java.nio.charset.Charset;
import java.util.EventObject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The life of a {@link ClientChannel}. */
public final class Channel implements Network.Ends {

    private final ClientChannel source;
    private final Endpoint endpoint;
    private final Dialect dialect;
    private final List<ChannelListener> listeners;
    private final AtomicInteger references = new AtomicInteger(1_000_000);
    private final CountDownLatch gone = new CountDownLatch(1);

    private AsyncInvoker invoker;
    private MessageHandler handler;
    private long timeoutMillis = 30_000;
    private ChannelState state = ChannelState.Closed;
    private Network.Link link;
    private Charset charset;
    private Line line;
    private Future<?> limit;
    private Future<?> life;
    private volatile long heardAt;
    private Throwable why;

    public Channel(
            ClientChannel source,
            Endpoint endpoint,
            Dialect dialect,
            AsyncInvoker invoker,
            List<ChannelListener> listeners) {
        this.source = source;
        this.endpoint = endpoint;
        this.dialect = dialect;
        this.invoker = invoker;
        this.listeners = listeners;
    }

    public void timeout(long millis) {
        timeoutMillis = millis;
    }

    public void invoker(AsyncInvoker used) {
        invoker = used;
    }

    public void handler(MessageHandler used) {
        handler = used;
    }

    public synchronized ChannelState state() {
        return state;
    }

    public void open() throws ProtocolException {
        if (Switches.is("open", "throws")) {
            throw new ProtocolException("cannot begin to open");
        }
        synchronized (this) {
            if (state != ChannelState.Closed) {
                throw new IllegalStateException("channel is " + state);
            }
            state = ChannelState.Opening;
        }
        invoker.invoke(this::connect);
    }

    private void connect() {
        String encoding = endpoint.getConfiguration().getOption(Connection.STR_ATTR_ENCODING_NAME_KEY);
        charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        line = new Line(charset, this::frame);
        Network network = Network.present();
        if (network instanceof Sockets) {
            limit = Threads.limits()
                    .schedule(
                            () -> fail(new ProtocolException("no answer in time")),
                            timeoutMillis,
                            TimeUnit.MILLISECONDS);
        }
        link = network.connect(endpoint.getHost(), endpoint.getPort(), endpoint.tls(), timeoutMillis, this);
        if (state() != ChannelState.Opening) {
            link.close();
        }
    }

    @Override
    public void opened() {
        awaitLink().send(dialect.register().bytes(charset));
    }

    private Network.Link awaitLink() {
        while (link == null) {
            Thread.onSpinWait();
        }
        return link;
    }

    /** In place of ADDP: asks for a sign of life when nothing was heard, and ends what does not answer. */
    private void watch() {
        String seconds = endpoint.getConfiguration().getOption("addp-timeout");
        if (seconds == null || !(Network.present() instanceof Sockets)) {
            return;
        }
        long period = TimeUnit.SECONDS.toNanos(Long.parseLong(seconds));
        heardAt = System.nanoTime();
        life = Threads.limits()
                .scheduleAtFixedRate(
                        () -> {
                            long silent = System.nanoTime() - heardAt;
                            if (silent > 2 * period) {
                                fail(new ProtocolException("connection is unresponsive"));
                            } else if (silent > period / 2) {
                                awaitLink().send(dialect.signOfLife().bytes(charset));
                            }
                        },
                        period,
                        period,
                        TimeUnit.NANOSECONDS);
    }

    @Override
    public void bytes(byte[] bytes) {
        heardAt = System.nanoTime();
        try {
            line.bytes(bytes);
        } catch (Frame.Broken broken) {
            fail(broken);
        }
    }

    private void frame(Frame frame) {
        if (state() == ChannelState.Opening) {
            String refusal = dialect.refuses(frame);
            if (refusal != null) {
                fail(new RegistrationException(refusal));
            } else if (dialect.welcomes(frame)) {
                welcome(frame);
            }
        } else {
            dialect.messages(frame).forEach(this::hand);
        }
    }

    private void welcome(Frame frame) {
        boolean early = Switches.is("messages", "before-opened");
        if (early) {
            dialect.messages(frame).forEach(this::hand);
        }
        synchronized (this) {
            if (state != ChannelState.Opening) {
                return;
            }
            state = ChannelState.Opened;
        }
        if (limit != null) {
            limit.cancel(false);
        }
        watch();
        tell(listener -> listener.onChannelOpened(new EventObject(source)));
        if (!early && dialect.showsHandshake()) {
            dialect.messages(frame).forEach(this::hand);
        }
    }

    private void hand(Message message) {
        if (Switches.is("handler-thread", "reader")) {
            handler.onMessage(message);
        } else {
            invoker.invoke(() -> handler.onMessage(message));
        }
    }

    public void send(Message message) throws ProtocolException {
        if (state() != ChannelState.Opened) {
            throw new IllegalStateException("channel is " + state());
        }
        if (Switches.is("send", "blocks")) {
            block();
            throw new ProtocolException("interrupted");
        }
        String name = message.all().containsKey("ReferenceId") ? "ReferenceId" : "ReferenceID";
        if (Switches.is("references", "overwritten")) {
            message.put(name, references.incrementAndGet());
        }
        awaitLink().send(dialect.request(message).bytes(charset));
    }

    private void block() {
        try {
            gone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            if (why == null) {
                why = cause;
            }
        }
        awaitLink().close();
    }

    public void close() {
        synchronized (this) {
            if (state == ChannelState.Closed) {
                return;
            }
            state = state == ChannelState.Opened ? ChannelState.Closing : state;
        }
        invoker.invoke(() -> {
            if (link != null) {
                link.close();
            }
        });
    }

    @Override
    public void closed(Throwable cause) {
        boolean wasOpening;
        Throwable reason;
        synchronized (this) {
            wasOpening = state == ChannelState.Opening;
            state = ChannelState.Closed;
            reason = why == null ? cause : why;
        }
        gone.countDown();
        if (life != null) {
            life.cancel(false);
        }
        if (limit != null) {
            limit.cancel(false);
        }
        if (wasOpening && Switches.is("failed-open", "silent")) {
            return;
        }
        Throwable told = wasOpening && reason == null ? new ProtocolException("closed while opening") : reason;
        if (wasOpening && Switches.is("failed-open", "error")) {
            tell(listener -> listener.onChannelError(new ChannelErrorEvent(source, told)));
            return;
        }
        if (wasOpening && Switches.is("failed-open", "both")) {
            tell(listener -> listener.onChannelError(new ChannelErrorEvent(source, told)));
        }
        int times = Switches.is("closed", "twice") ? 2 : 1;
        for (int i = 0; i < times; i++) {
            tell(listener -> listener.onChannelClosed(new ChannelClosedEvent(source, told)));
        }
        if (Switches.is("call-backs", "after-closed")) {
            tell(listener -> listener.onChannelOpened(new EventObject(source)));
            dialect.messages(dialect.register()).forEach(this::hand);
        }
    }

    private void tell(java.util.function.Consumer<ChannelListener> event) {
        invoker.invoke(() -> listeners.forEach(event));
    }
}
