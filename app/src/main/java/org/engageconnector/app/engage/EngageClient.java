package org.engageconnector.app.engage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.app.settings.HostPort;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.engage.EngageConfiguration;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.EngageSetup;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.platformsdk.PlatformSdk;
import org.engageconnector.transport.EngageTransport.Connection;
import org.engageconnector.transport.EngageTransport.Listener;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;

/** Connections to Engage servers outside of any role, by the transport, TLS and encoding of the settings. Thread-safe. */
public final class EngageClient implements AutoCloseable {

    private static final int LIMIT_MILLIS = 10_000;
    private static final int MOST_MESSAGES = 1_000;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final EngageConfiguration options = new EngageConfiguration();
    private final EngageSetup<Object> setup;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final PlatformSdk sdk;

    /** Loads the site's Platform SDK where the settings ask for it. */
    public EngageClient(RoleSettings settings) {
        EngageServers.apply(settings, options);
        sdk = SitePlatformSdk.isWanted(settings) ? SitePlatformSdk.usable(settings) : null;
        if (sdk != null) {
            context.getRegistry().bind("platformSdk", sdk);
        }
        setup = new EngageSetup<>(context, this);
    }

    /**
     * Connects. The listener registers as a client would.
     *
     * @return the loop on which it hears, and on which its connection is to be used
     */
    public EventLoop connect(ServerKind kind, HostPort server, Listener listener) {
        EventLoop loop = setup.nextLoop();
        EngageMetrics metrics = new EngageMetrics(meters, server.toString(), "check", number -> null, id -> null);
        Member member = new Member("server", server.host(), server.port());
        loop.execute(
                () -> setup.transport(options, kind, 0, metrics).apply(loop).connect(member, listener));
        return loop;
    }

    /** What servers sent and must not, in one word each, and how often. */
    public Map<String, Long> problems() {
        Map<String, Long> problems = new TreeMap<>();
        for (Counter counter : meters.find("ex_engage_frames_invalid").counters()) {
            if (counter.count() > 0) {
                problems.merge(counter.getId().getTag("reason"), (long) counter.count(), Long::sum);
            }
        }
        return problems;
    }

    /** What was found of the Platform SDK, a line each; empty with another transport. */
    public List<String> sdkReport() {
        if (sdk == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Platform SDK " + sdk.report().version() + ", " + sdk.report().jars() + " jars");
        sdk.report().missing().forEach(missing -> lines.add("missing: " + missing));
        return lines;
    }

    /**
     * One request on a connection of its own, and the answer that fits.
     *
     * @throws IOException when there is no such answer in time; the message says why
     */
    public Message ask(ServerKind kind, HostPort server, Message request, Predicate<Message> fits) throws IOException {
        Asking asking = new Asking(request, fits);
        EventLoop loop = connect(kind, server, asking);
        try {
            return asking.answer.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            asking.giveUp(loop);
            throw new IOException("no answer within " + LIMIT_MILLIS / 1_000 + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static final class Asking implements Listener {

        private final CompletableFuture<Message> answer = new CompletableFuture<>();
        private final Message request;
        private final Predicate<Message> fits;
        private Connection open;
        private int messages;

        private Asking(Message request, Predicate<Message> fits) {
            this.request = request;
            this.fits = fits;
        }

        @Override
        public void opened(Connection connection) {
            open = connection;
            connection.send(request);
        }

        @Override
        public void received(Connection connection, TkvFrame frame) {
            if (fits.test(frame.message())) {
                answer.complete(frame.message());
                connection.close();
            } else if (++messages > MOST_MESSAGES) {
                answer.completeExceptionally(new IOException("no answer among " + MOST_MESSAGES + " messages"));
                connection.close();
            }
        }

        private void giveUp(EventLoop loop) {
            loop.execute(() -> {
                if (open != null) {
                    open.close();
                }
            });
        }

        @Override
        public void closed(Connection connection, String reason) {
            answer.completeExceptionally(new IOException(reason == null ? "the server closed the connection" : reason));
        }
    }

    @Override
    public void close() {
        setup.close();
        if (sdk != null) {
            sdk.close();
        }
        context.stop();
    }
}
