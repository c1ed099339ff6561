package org.engageconnector.component.statserver;

import java.time.Duration;
import java.util.List;
import org.engageconnector.component.engage.DirectoryWatch;
import org.engageconnector.component.engage.EngageLink;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.EngageSetup;
import org.engageconnector.component.engage.Intake;
import org.engageconnector.component.engage.Links;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.directory.Directory;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;

/** The one link of an endpoint. Thread-safe. */
final class StatServerLink {

    private static final String FAMILY = "statistics";

    private final EngageSetup<StatEvent> setup;
    private final String name;
    private final StatServerConfiguration options;
    private final String optionsText;

    /** @param optionsText the endpoint's URI: a link made with another one is not taken over */
    StatServerLink(EngageSetup<StatEvent> setup, String name, StatServerConfiguration options, String optionsText) {
        this.setup = setup;
        this.name = name;
        this.options = options;
        this.optionsText = optionsText;
    }

    static List<Member> pair(StatServerConfiguration options) {
        return Member.pair(options.getPrimary(), options.getBackup(), StatServerConfiguration.DEFAULT_PORT);
    }

    List<String> names() {
        return List.of(name);
    }

    /** The link, started. */
    EngageLink<StatEvent> acquire(String any) {
        return setup.links().acquire(name, optionsText, Intake.DEFAULT_LIMIT_BYTES, this::open);
    }

    /** The link if it is open. */
    List<EngageLink<StatEvent>> open() {
        return setup.links().find(names());
    }

    private Links.Opened<StatEvent> open(Intake<StatEvent> intake) {
        Directory directory = setup.directory(options);
        if (directory == null) {
            throw new IllegalArgumentException("statserver needs the option directory, or a bean of type "
                    + Directory.class.getName() + " in the registry");
        }
        EngageMetrics metrics =
                new EngageMetrics(setup.meters(), name, FAMILY, StatServerMessage::name, StatServerAttribute::type);
        SessionView view = new SessionView();
        AgentStatistics statistics = new AgentStatistics(options.getStateType(), options.getReasonType(), view);
        StatServerProtocol[] protocol = new StatServerProtocol[1];
        EngageLink<StatEvent> link = new EngageLink<>(
                options.session(name, pair(options)),
                setup.nextLoop(),
                intake,
                view,
                setup.transport(options, ServerKind.STAT_SERVER, options.getClientId(), metrics),
                timer -> protocol[0] = new StatServerProtocol(
                        new StatServerProtocol.Identity(
                                options.getApplicationName(), options.getClientId(), EngageSetup.instance(options)),
                        statistics,
                        new OpenPace(timer, statistics, options.openPerSecond()),
                        timer,
                        Duration.ofMillis(options.getInterval()),
                        metrics,
                        view,
                        intake::put));
        metrics.connected(link::isLive);
        return new Links.Opened<>(
                link,
                new DirectoryWatch<>(
                        directory,
                        AgentScope::of,
                        scope -> link.run(() -> protocol[0].scope(scope)),
                        setup.directoryThread(),
                        options.getInterval()));
    }
}
