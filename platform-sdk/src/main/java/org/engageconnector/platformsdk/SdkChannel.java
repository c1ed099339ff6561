package org.engageconnector.platformsdk;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.TransportSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A channel of the SDK and the worker that uses it. Whatever happens, it is told to close: one that is forgotten stays at the
 * server as a client that listens. Thread-safe.
 */
final class SdkChannel {

    /** What became of a request; on the worker. */
    interface Sending {

        /** @param reference what the SDK made of the reference; {@code null} when it does not say */
        void sent(Integer reference);

        void unsupported();

        void failed(Throwable cause);
    }

    /** How long a channel may take to end. */
    private static final Duration LEAK_LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SdkChannel.class);

    private final ChannelApi api;
    private final EventReader messages;
    private final ChannelApi.Heard heard;
    private final Worker worker;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Object channel;
    private volatile boolean closing;
    private volatile boolean ended;

    SdkChannel(ChannelApi api, EventReader messages, ChannelApi.Heard heard, Worker worker) {
        this.api = api;
        this.messages = messages;
        this.heard = heard;
        this.worker = worker;
    }

    void open(TransportSettings settings, Member member, Consumer<Throwable> failed) {
        worker.execute(() -> {
            if (closing) {
                ended();
                return;
            }
            try {
                channel = api.channel(settings, member, heard, worker);
                api.open(channel);
            } catch (Throwable e) {
                failed.accept(e);
                closing = true;
                tellToClose();
                ended();
            }
        });
    }

    void send(Face face, Message request, int earlier, Sending sending) {
        worker.execute(() -> {
            try {
                Object theirs = face.write(request, earlier);
                api.send(channel, theirs);
                sending.sent(messages.reference(theirs, face.referenceName()));
            } catch (UnsupportedOperationException absent) {
                sending.unsupported();
            } catch (Throwable e) {
                sending.failed(e);
            }
        });
    }

    boolean isOpen() {
        return channel != null && api.isOpen(channel);
    }

    boolean isOverrun() {
        return worker.isOverrun();
    }

    void close() {
        closing = true;
        worker.execute(this::tellToClose);
    }

    /** The worker may be held up in a call of the SDK: it is woken, and the channel told from elsewhere. */
    void insist() {
        if (!told.get()) {
            worker.interrupt();
            Thread teller = new Thread(this::tellToClose, "engage-sdk-close");
            teller.setDaemon(true);
            teller.start();
        }
    }

    private void tellToClose() {
        Object open = channel;
        if (open == null || !told.compareAndSet(false, true)) {
            if (open == null && closing) {
                ended();
            }
            return;
        }
        try {
            api.close(open);
        } catch (Throwable e) {
            LOG.debug("a channel did not want to be closed: {}", Words.of(e));
        }
        if (api.isClosed(open)) {
            ended();
        }
    }

    /** The SDK has said that it is closed. */
    void ended() {
        ended = true;
        heard.gone();
        worker.end();
    }

    /** Nobody listens any more; what the SDK still has to do on the worker it does soon or never. */
    void release() {
        if (!ended) {
            worker.endWithin(LEAK_LIMIT);
        }
    }
}
