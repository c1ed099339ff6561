package org.engageconnector.app.probe;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.engageconnector.app.engage.EngageClient;
import org.engageconnector.app.settings.HostPort;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SipServer;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.transport.ServerKind;

/** Listens to all Engage servers of a site for a bounded time, and says what they do. */
public final class SiteProbe {

    private static final long SIGN_OF_LIFE_SECONDS = 10;
    private static final long LEAVE_SECONDS = 2;

    /** One connection, as the probe drives it. */
    private record Line(EventLoop loop, Runnable ask, Runnable again, Runnable leave, Runnable close) {}

    private final RoleSettings calls;
    private final RoleSettings states;
    private final ProbeScope scope;
    private final Tally tally = new Tally();
    private final List<Line> lines = new ArrayList<>();

    /**
     * A probe of the servers of two roles.
     *
     * @param calls the settings of SIP Servers
     * @param states the settings of Stat Servers
     */
    public SiteProbe(RoleSettings calls, RoleSettings states, ProbeScope scope) {
        this.calls = calls;
        this.states = states;
        this.scope = scope;
    }

    /**
     * Listens.
     *
     * @param progress is told in a few words, now and then, how far it is
     */
    public ProbeReport run(Duration time, Consumer<String> progress) throws InterruptedException {
        Instant at = Instant.now();
        try (EngageClient sip = new EngageClient(calls);
                EngageClient stat = new EngageClient(states)) {
            calls.sipServers().forEach(pair -> connect(sip, pair));
            statServers(stat);
            progress.accept(lines.size() + " connections; " + scope.summary());
            long end = System.nanoTime() + time.toNanos();
            long half = end - time.toNanos() / 2;
            boolean again = false;
            while (System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(
                        Math.min(SIGN_OF_LIFE_SECONDS * 1_000, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
                lines.forEach(line -> line.loop().execute(line.ask()));
                if (!again && System.nanoTime() >= half) {
                    again = true;
                    lines.forEach(line -> line.loop().execute(line.again()));
                }
                progress.accept(tally.sum("m.") + " messages heard");
            }
            lines.forEach(line -> line.loop().execute(line.leave()));
            TimeUnit.SECONDS.sleep(LEAVE_SECONDS);
            lines.forEach(line -> line.loop().execute(line.close()));
            TimeUnit.SECONDS.sleep(1);
            sip.problems().forEach((word, count) -> tally.add("p." + word, count));
            List<Row> rows = new ArrayList<>();
            if (!calls.sipServers().isEmpty()) {
                rows.addAll(TServerRows.of(tally));
            }
            if (states.find("ex.stat-server.primary").isPresent()) {
                rows.addAll(StatServerRows.of(tally));
            }
            return new ProbeReport(
                    at,
                    time,
                    calls.text("ex.engage.transport"),
                    scope.summary(),
                    sip.sdkReport(),
                    rows,
                    tally.below("m."),
                    tally.below("a."));
        }
    }

    private void connect(EngageClient client, SipServer pair) {
        for (TServerListener.Watch watch : TServerListener.Watch.values()) {
            List<String> dns =
                    switch (watch) {
                        case VQ -> scope.queues().getOrDefault(pair.switchName(), List.of());
                        case EXTENSION -> scope.extensions().getOrDefault(pair.switchName(), List.of());
                        case CALL -> List.of();
                    };
            connect(client, watch, "primary", pair.primary(), dns);
            if (pair.backup() != null) {
                connect(client, watch, "backup", pair.backup(), dns);
            }
        }
    }

    private void connect(
            EngageClient client, TServerListener.Watch watch, String member, HostPort server, List<String> dns) {
        TServerListener listener = new TServerListener(
                tally,
                watch,
                member,
                calls.text("ex.engage.application-name"),
                calls.find("ex.engage.password").orElse(""),
                dns);
        EventLoop loop = client.connect(ServerKind.T_SERVER, server, listener);
        lines.add(new Line(loop, listener::ask, listener::startMonitoring, () -> {}, listener::close));
    }

    private void statServers(EngageClient client) {
        for (String member : List.of("primary", "backup")) {
            states.find("ex.stat-server." + member).ifPresent(text -> {
                Message register = Message.of(StatServerMessage.REQUEST_REGISTER)
                        .with(StatServerAttribute.PROTOCOL_VERSION, "tkv/1")
                        .with(StatServerAttribute.CLIENT_NAME, states.text("ex.engage.application-name"))
                        .with(StatServerAttribute.CLIENT_ID, 0)
                        .build();
                StatServerListener listener = new StatServerListener(
                        tally,
                        member,
                        register,
                        scope.tenant(),
                        List.of(states.text("ex.stat-server.state-type"), states.text("ex.stat-server.reason-type")),
                        scope.agents());
                EventLoop loop =
                        client.connect(ServerKind.STAT_SERVER, HostPort.parse(text, HostPort.STAT_SERVER), listener);
                lines.add(new Line(loop, listener::ask, () -> {}, listener::leave, listener::close));
            });
        }
    }
}
