package org.engageconnector.component.engage;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;
import org.engageconnector.directory.Directory;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.ServerKind;
import org.engageconnector.transport.TransportProvider;
import org.engageconnector.transport.TransportSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an Engage component owns while it is started: event loops, the threads that look at the directory and at
 * names, its links.
 *
 * @param <T> what its links hand over
 */
public final class EngageSetup<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngageSetup.class);
    private static final long CLOSE_LIMIT_MILLIS = 2_000;

    private final CamelContext context;
    private final EngageLoops loops;
    private final ScheduledExecutorService directoryThread;
    private final ExecutorService lookups;
    private final Links<T> links;

    public EngageSetup(CamelContext context, Object source) {
        this.context = context;
        this.loops = new EngageLoops(context);
        this.directoryThread =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(source, "engage-directory");
        this.lookups = context.getExecutorServiceManager().newCachedThreadPool(source, "engage-lookup");
        this.links = new Links<>(directoryThread);
    }

    public Links<T> links() {
        return links;
    }

    public ScheduledExecutorService directoryThread() {
        return directoryThread;
    }

    /** The loop of a new session. */
    public EventLoop nextLoop() {
        return loops.next();
    }

    /** The registry's meters; {@code null} when there are none. */
    public MeterRegistry meters() {
        return CamelContextHelper.findSingleByType(context, MeterRegistry.class);
    }

    /** The directory of the options, else the registry's; {@code null} when there is none. */
    public Directory directory(EngageConfiguration options) {
        return options.getDirectory() != null
                ? options.getDirectory()
                : CamelContextHelper.findSingleByType(context, Directory.class);
    }

    /** The name of this process: the option, else the host name. */
    public static String instance(EngageConfiguration options) {
        if (options.getInstance() != null && !options.getInstance().isBlank()) {
            return options.getInstance();
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** How the options say that messages travel. What a server sends and must not is counted. */
    public Function<EventLoop, EngageTransport> transport(
            EngageConfiguration options, ServerKind kind, int clientId, EngageMetrics metrics) {
        options.check();
        ClientTls tls = ClientTls.of(
                options.getSslContextParameters(),
                context,
                options.isHostnameVerification(),
                Duration.ofMillis(options.getConnectTimeout()));
        if (!EngageConfiguration.TKV.equals(options.getTransport())) {
            TransportSettings settings = new TransportSettings(
                    kind,
                    options.getApplicationName(),
                    options.getPassword() == null ? "" : options.getPassword(),
                    clientId,
                    Duration.ofMillis(options.getConnectTimeout()),
                    Duration.ofMillis(options.getAnswerTimeout()),
                    tls == null ? null : tls::contextFor,
                    options.charset(),
                    metrics::invalid);
            TransportProvider provider = provider(options.getTransport());
            return loop -> provider.transport(settings, new LoopThread(loop));
        }
        Framing framing = new Framing(
                options.getMaxFrame(), options.charset(), bad -> metrics.invalid(bad.reason()), metrics::replacedTexts);
        return loop -> new TkvTransport(loop, lookups, framing, tls);
    }

    private TransportProvider provider(String name) {
        return context.getRegistry().findByType(TransportProvider.class).stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("transport " + name + " needs a bean of type "
                        + TransportProvider.class.getName() + " with that name in the registry"));
    }

    /** Closes every link and the loops of our own, within a time limit. */
    @Override
    public void close() {
        CompletableFuture<Void> closing = links.closeAll();
        try {
            closing.get(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Not every connection was closed in time: {}", e.toString());
        }
        context.getExecutorServiceManager().shutdownNow(directoryThread);
        context.getExecutorServiceManager().shutdownNow(lookups);
        loops.close();
    }
}
