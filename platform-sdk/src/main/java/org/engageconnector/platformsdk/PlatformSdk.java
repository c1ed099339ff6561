package org.engageconnector.platformsdk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.ServerKind;
import org.engageconnector.transport.SessionThread;
import org.engageconnector.transport.TransportProvider;
import org.engageconnector.transport.TransportSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Platform SDK in a site's folder, looked through once. One per process: each has a class loader of its own. Thread-safe.
 */
public final class PlatformSdk implements TransportProvider, AutoCloseable {

    /** The word of the option {@code transport}. */
    public static final String NAME = "platform-sdk";

    private static final Logger LOG = LoggerFactory.getLogger(PlatformSdk.class);
    private static final String COMMONS = "com.genesyslab.platform.commons";
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final SdkClasses classes;
    private final ChannelApi channels;
    private final EventReader events;
    private final RequestWriter requests;
    private final StatReader statEvents;
    private final StatWriter statRequests;
    private final SdkReport report;
    private final AtomicLong connections = new AtomicLong();

    private PlatformSdk(SdkFolder folder, AddpSettings addp) {
        classes = new SdkClasses(folder);
        Class<?> message = classes.type(COMMONS + ".protocol.Message", Need.ALWAYS);
        SdkValues values = new SdkValues(classes);
        channels = new ChannelApi(classes, message, addp);
        events = new EventReader(classes, values, message);
        requests = new RequestWriter(classes, values);
        statEvents = new StatReader(classes, values, message);
        statRequests = new StatWriter(classes);
        SdkEvents.check(classes);
        report = new SdkReport(folder.path(), folder.version(), folder.jars().size(), classes.missing());
    }

    /**
     * Looks through a folder.
     *
     * @throws PlatformSdkException when it is no folder, has no jars of the SDK, or those of two versions
     */
    public static PlatformSdk load(Path folder, AddpSettings addp) {
        return new PlatformSdk(SdkFolder.read(folder), addp);
    }

    /** Makes the SDK write its own log, through java.util.logging. It may hold user data and passwords. For the whole JVM. */
    public static void log() {
        System.setProperty(COMMONS + ".log.loggerFactory", COMMONS + ".log.JavaUtilLoggerFactoryImpl");
    }

    ClassLoader loader() {
        return classes.loader();
    }

    /** What was found. */
    public SdkReport report() {
        return report;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EngageTransport transport(TransportSettings settings, SessionThread thread) {
        return transport(settings, thread, name -> new WorkerThread(name, classes.loader()));
    }

    /** @param workers gives the worker of a new connection by its name */
    EngageTransport transport(TransportSettings settings, SessionThread thread, Function<String, Worker> workers) {
        if (!report.works()) {
            throw new PlatformSdkException(report.summary() + ": " + stopping());
        }
        return (member, listener) -> {
            String name = "engage-sdk-" + member.host() + ":" + member.port() + "-" + connections.incrementAndGet();
            Face face = settings.kind() == ServerKind.T_SERVER
                    ? new TServerFace(events, requests)
                    : new StatServerFace(statEvents, statRequests);
            SdkConnection connection = new SdkConnection(
                    settings,
                    member,
                    listener,
                    thread,
                    face,
                    heard -> new SdkChannel(channels, events, heard, workers.apply(name)));
            connection.start();
            return connection;
        };
    }

    private List<Missing> stopping() {
        return report.missing().stream().filter(Missing::stops).limit(5).toList();
    }

    /** Waits a little for the SDK's own threads, where it can tell of them. All connections are closed before. */
    @Override
    public void close() {
        Class<?> runtime = classes.find(COMMONS + ".PSDKRuntime");
        Call await = runtime == null ? null : SdkClasses.find(runtime, "awaitTermination", int.class, TimeUnit.class);
        if (await == null) {
            return;
        }
        try {
            await.on(null, END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Throwable e) {
            LOG.debug("the SDK could not be awaited: {}", Words.of(e));
        }
    }
}
