package org.engageconnector.component.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.engageconnector.background.BackgroundFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Redis client that all roles of a process share. Connects in the background and again for ever; while there is no
 * connection every command is refused at once. A plain bean: routes and components borrow it, only who made it closes it.
 *
 * <p>Thread-safe. Calls that wait do so no longer than the command time limit (2 s) and a little; never call them on a Netty
 * event loop.
 */
public final class RedisConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);
    private static final int LOOKS_PER_CHECK = 10;
    private static final int MISSES_BEFORE_RECONNECT = 3;

    private final Activity activity = new Activity();
    private final RedisSettings settings;
    private final RedisKeys keys;
    private final boolean watchful;
    private final Pulse pulse;
    private final RedisWork work = new RedisWork(this::available, System::nanoTime);
    private final RedisClient client;
    private final RedisClock clock = new RedisClock();
    private final List<Runnable> onConnect = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch;
    private volatile StatefulRedisConnection<String, byte[]> connection;
    private volatile RedisReport report;
    private volatile long usedMemory;
    private volatile boolean writesRefused;
    private volatile boolean usable;
    private volatile long usableSince;
    private volatile int connects;
    private volatile long heardBefore = System.nanoTime();
    private long heard = System.nanoTime();
    private volatile boolean closed;
    private volatile String lastFailure = "not connected";
    private int looks;
    private boolean saidAway;
    private int misses;
    private final Set<ServerWord> said = ConcurrentHashMap.newKeySet();

    /** Tries to connect once before it returns, then goes on trying in the background. */
    public RedisConnection(RedisSettings settings) {
        this(settings, true);
    }

    private RedisConnection(RedisSettings settings, boolean watchful) {
        this.settings = settings;
        this.watchful = watchful;
        this.keys = RedisKeys.ofTenant(settings.tenantId());
        this.pulse = new Pulse(this);
        this.client = LettuceSetup.client(settings);
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "redis-watch");
            thread.setDaemon(true);
            return thread;
        });
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> changed, SocketAddress address) {
                lookSoon();
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> changed) {
                if (changed == connection) {
                    usable = false;
                }
            }
        });
        look();
        watch.scheduleWithFixedDelay(
                BackgroundFailures.PROCESS.guard("redis-watch", this::look), 500, 500, TimeUnit.MILLISECONDS);
    }

    /** For a command: it leaves no trace of its own, and a Redis that was restored from a backup is taken as it is. */
    public static RedisConnection ofCommand(RedisSettings settings) {
        return new RedisConnection(settings, false);
    }

    /** Tries a write that changes nothing of worth: what Redis says against it; empty when it takes writes. */
    public Optional<String> writeRefused() {
        return pulse.objection(commands());
    }

    /** Whether this instance asks for leases. */
    public Activity activity() {
        return activity;
    }

    /** Who noticed that Redis was restored from a backup, and by what; empty when nobody did. */
    public Optional<String> restored() {
        byte[] how = call(commands -> commands.hget(keys.pulses(), Pulse.RESTORED));
        return Optional.ofNullable(how).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** Why it cannot be used, in one line; empty when it can. */
    public Optional<String> problem() {
        if (available()) {
            return Optional.empty();
        }
        RedisReport found = report;
        return Optional.of(found != null && !found.accepted() ? String.join("; ", found.refusals()) : lastFailure);
    }

    public RedisKeys keys() {
        return keys;
    }

    public RedisSettings settings() {
        return settings;
    }

    /** This process' name in leases. */
    public String instance() {
        return settings.instanceId();
    }

    /** True when commands can be sent and the server's set-up was accepted. */
    public boolean available() {
        StatefulRedisConnection<String, byte[]> now = connection;
        return usable && now != null && now.isOpen();
    }

    /** For how long {@link #available()} has been true, nanoseconds; 0 while it is not. */
    public long availableNanos() {
        long since = usableSince;
        return available() ? System.nanoTime() - since : 0;
    }

    /** How often a connection became usable: what was begun under another number knows nothing of what Redis has forgotten. */
    public int connects() {
        return connects;
    }

    /** Throws {@link RedisUnavailableException} when a later connection than that has become usable. */
    public void require(int connect) {
        if (connects != connect) {
            throw new RedisUnavailableException("Redis was away for a moment", true);
        }
    }

    /** {@link System#nanoTime()} when Redis last answered on the connection before this one, at most 500 ms too early. */
    public long heardBefore() {
        return heardBefore;
    }

    /** What the connected server said of itself; {@code null} before the first connection. */
    public RedisReport report() {
        return report;
    }

    /** What is done here again and again, and whether it succeeds. */
    public RedisWork work() {
        return work;
    }

    /** Part of its memory limit that Redis uses, looked at every 5 s; 0 while there is no limit or it does not tell. */
    public double memoryUsedRatio() {
        RedisReport found = report;
        return found == null || found.maxMemory() == 0 ? 0 : usedMemory / (double) found.maxMemory();
    }

    /** Redis' time, milliseconds since 1970, without asking. */
    public long time() {
        return clock.millis();
    }

    /** Runs for every new connection before it can be used, on a thread of its own that must not be held up. */
    public void onConnect(Runnable action) {
        onConnect.add(action);
    }

    public void removeOnConnect(Runnable action) {
        onConnect.remove(action);
    }

    /** Sends one command and waits for its answer. */
    public <T> T call(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        return await(command.apply(commands()));
    }

    /** Runs a script and waits for its answer. */
    public List<Object> call(Script script, List<String> keys, List<byte[]> arguments) {
        return await(start(script, keys, arguments));
    }

    /** Runs a script without waiting; scripts started by one thread run in that order. */
    public CompletionStage<List<Object>> start(Script script, List<String> keys, List<byte[]> arguments) {
        return script.run(commands(), keys.toArray(String[]::new), arguments.toArray(byte[][]::new));
    }

    /** The shared connection's commands; throws {@link RedisUnavailableException} when there is none. */
    public RedisAsyncCommands<String, byte[]> commands() {
        StatefulRedisConnection<String, byte[]> now = connection;
        if (!available() || now == null) {
            throw new RedisUnavailableException(
                    "Redis at " + LettuceSetup.describe(settings) + ": "
                            + problem().orElse(lastFailure),
                    true);
        }
        return now.async();
    }

    /** A connection of one's own, for reads that block; the caller closes it. */
    public StatefulRedisConnection<String, byte[]> dedicated() {
        commands();
        try {
            return client.connect(LettuceSetup.CODEC);
        } catch (RuntimeException e) {
            throw Waiting.failure(e);
        }
    }

    /** Waits for an answer within the time limit. */
    public <T> T await(CompletionStage<T> answer) {
        try {
            return Waiting.on(answer, settings.commandTimeout());
        } catch (RedisUnavailableException e) {
            told(e.word());
            throw e;
        }
    }

    /** What the server answered instead of doing it: said once for each word, and its connection left where it is no use. */
    private void told(ServerWord word) {
        if (word == ServerWord.OTHER) {
            return;
        }
        if (said.add(word)) {
            LOG.warn("Redis at {} answers {}: {}", LettuceSetup.describe(settings), word, word.advice());
        }
        if (word.refusesWrites()) {
            writesRefused = true;
        }
        if ((word.leave() || word.refusesWrites()) && usable) {
            usable = false;
            lookSoon();
        }
    }

    private void lookSoon() {
        try {
            watch.execute(BackgroundFailures.PROCESS.guard("redis-watch", this::look));
        } catch (RejectedExecutionException e) {
            LOG.debug("closing: nobody looks any more");
        }
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        try {
            StatefulRedisConnection<String, byte[]> now = connection;
            if (now == null) {
                connection = now = client.connect(LettuceSetup.CODEC);
            }
            long asked = System.nanoTime();
            clock.set(await(now.async().time()));
            misses = 0;
            if (usable) {
                heard = asked;
            }
            if (!usable || ++looks % LOOKS_PER_CHECK == 0) {
                check(now);
            }
            if (usable && watchful) {
                pulse.note(now.async(), clock.millis());
            }
        } catch (RuntimeException e) {
            missed(Waiting.failure(e));
        }
    }

    private void check(StatefulRedisConnection<String, byte[]> now) {
        String info = LettuceSetup.info(this, now);
        String policy = RedisReport.hidesPolicy(info) ? LettuceSetup.policy(this, now) : "";
        RedisReport found = RedisReport.of(info, settings, policy);
        if (found.accepted() && writesRefused) {
            Optional<ServerWord> word = pulse.refusal(now.async());
            writesRefused = word.isPresent();
            found = word.map(why -> "it takes no writes: " + why + ", " + why.advice())
                    .map(found::refusing)
                    .orElse(found);
        }
        if (found.accepted() && watchful) {
            found = pulse.problem(now.async()).map(found::refusing).orElse(found);
        }
        if (!found.equals(report)) {
            found.refusals().forEach(refusal -> LOG.error("Redis cannot be used: {}", refusal));
            found.warnings().forEach(warning -> LOG.warn("{}", warning));
        }
        report = found;
        usedMemory = RedisReport.number(info, "used_memory");
        boolean before = usable;
        if (found.accepted() && !before) {
            heardBefore = heard;
            work.clear();
            onConnect.forEach(Runnable::run);
            connects = connects + 1;
            usableSince = System.nanoTime();
        }
        usable = found.accepted();
        if (usable && !before) {
            LOG.info("Connected to {} at {}", found.name(), LettuceSetup.describe(settings));
            saidAway = false;
            lastFailure = "the connection was closed";
            said.clear();
        }
        if (found.replica()) {
            leave(now);
        }
    }

    private void missed(RedisUnavailableException failure) {
        StatefulRedisConnection<String, byte[]> now = connection;
        boolean open = now != null && now.isOpen();
        lastFailure = failure.getMessage();
        boolean enough = ++misses >= MISSES_BEFORE_RECONNECT;
        if (!open || enough) {
            usable = false;
        }
        if (now != null && enough) {
            // a connection of our own also says why it fails: the client's reconnecting tells its log only
            leave(now);
        }
        if (!saidAway && !usable) {
            saidAway = true;
            LOG.warn("Redis at {} is away: {}", LettuceSetup.describe(settings), failure.getMessage());
        }
    }

    /** The next look connects anew, and so asks the name server, or the Sentinels, where to. */
    private void leave(StatefulRedisConnection<String, byte[]> left) {
        misses = 0;
        connection = null;
        left.closeAsync();
    }

    /** Closes all connections; ends within a few seconds. */
    @Override
    public void close() {
        closed = true;
        usable = false;
        watch.shutdownNow();
        LettuceSetup.close(client);
    }
}
