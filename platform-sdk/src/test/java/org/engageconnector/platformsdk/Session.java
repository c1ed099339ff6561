package org.engageconnector.platformsdk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport.Connection;
import org.engageconnector.transport.EngageTransport.Listener;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;
import org.engageconnector.transport.SessionThread;
import org.engageconnector.transport.TransportSettings;

/** A session's side of one connection: notes what it hears, on a real thread of its own. */
final class Session implements Listener, SessionThread, AutoCloseable {

    private final ScheduledExecutorService loop;
    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private volatile Thread thread;
    private volatile int opened;
    private volatile int closed;
    private volatile String reason;
    private volatile Connection connection;

    Session() {
        loop = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "test-session");
            made.setDaemon(true);
            thread = made;
            return made;
        });
    }

    static TransportSettings settings(ServerKind kind, String password, Consumer<String> problems) {
        return new TransportSettings(
                kind,
                "engage-connector",
                password,
                7,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                null,
                StandardCharsets.UTF_8,
                problems);
    }

    /** Connects and registers. */
    Session connect(PlatformSdk sdk, ServerKind kind, int port, Message register) {
        return connect(sdk, settings(kind, "secret", problems::add), port, register);
    }

    Session connect(PlatformSdk sdk, TransportSettings settings, int port, Message register) {
        this.register = register;
        loop.execute(() ->
                connection = sdk.transport(settings, this).connect(new Member("primary", "127.0.0.1", port), this));
        return this;
    }

    private Message register;

    void send(Message message) {
        loop.execute(() -> connection.send(message));
    }

    void read(boolean on) {
        loop.execute(() -> connection.read(on));
    }

    void disconnect() {
        loop.execute(() -> connection.close());
    }

    @Override
    public void opened(Connection on) {
        onThread();
        opened++;
        if (register != null) {
            on.send(register);
        }
    }

    @Override
    public void received(Connection from, TkvFrame frame) {
        onThread();
        heard.add(frame.message());
    }

    @Override
    public void closed(Connection was, String why) {
        onThread();
        reason = why;
        closed++;
    }

    private void onThread() {
        if (Thread.currentThread() != thread) {
            problems.add("a call-back on " + Thread.currentThread());
        }
    }

    List<Message> heard() {
        return heard;
    }

    boolean heard(int number) {
        return heard.stream().anyMatch(message -> message.number() == number);
    }

    /** The first message of that number. */
    Message find(int number) {
        return heard.stream()
                .filter(message -> message.number() == number)
                .findFirst()
                .orElseThrow();
    }

    List<String> problems() {
        return problems;
    }

    int opened() {
        return opened;
    }

    int closed() {
        return closed;
    }

    String reason() {
        return reason;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        Future<?> future = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public boolean isHere() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void close() {
        loop.shutdownNow();
    }
}
