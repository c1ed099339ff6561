package org.engageconnector.component.tserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.engageconnector.component.engage.DirectoryWatch;
import org.engageconnector.component.engage.EngageLink;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.EngageSetup;
import org.engageconnector.component.engage.Intake;
import org.engageconnector.component.engage.Links;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;

/** The links of one endpoint: one per switch and family, named {@code switch/family}. Thread-safe. */
final class TServerLinks {

    private record Target(String server, Family family, List<Member> members) {}

    private final EngageSetup<ReceivedFrame> setup;
    private final TServerConfiguration options;
    private final String optionsText;
    private final Map<String, Target> targets = new LinkedHashMap<>();

    /** @param optionsText the endpoint's URI: a link made with another one is not taken over */
    TServerLinks(
            EngageSetup<ReceivedFrame> setup, String switchName, TServerConfiguration options, String optionsText) {
        this.setup = setup;
        this.options = options;
        this.optionsText = optionsText;
        List<Family> families =
                Arrays.stream(options.getFamily().split(",")).map(Family::of).toList();
        pairs(switchName, options)
                .forEach((server, members) -> families.forEach(
                        family -> targets.put(server + "/" + family.word(), new Target(server, family, members))));
    }

    static Map<String, List<Member>> pairs(String switchName, TServerConfiguration options) {
        if (options.getServers() != null && !options.getServers().isBlank()) {
            return SipServers.parse(options.getServers());
        }
        return Map.of(switchName, Member.pair(options.getPrimary(), options.getBackup(), SipServers.DEFAULT_PORT));
    }

    List<String> names() {
        return new ArrayList<>(targets.keySet());
    }

    /** The link of that name, started. */
    EngageLink<ReceivedFrame> acquire(String name) {
        Target target = targets.get(name);
        return setup.links()
                .acquire(name, optionsText, Intake.DEFAULT_LIMIT_BYTES, intake -> open(name, target, intake));
    }

    /** The links that are open. */
    List<EngageLink<ReceivedFrame>> open() {
        return setup.links().find(names());
    }

    private Links.Opened<ReceivedFrame> open(String name, Target target, Intake<ReceivedFrame> intake) {
        String family = target.family().word();
        EngageMetrics metrics = new EngageMetrics(
                setup.meters(), target.server(), family, TServerMessage::name, TServerAttribute::type);
        SessionView view = new SessionView();
        DnRegistrations dns = target.family().dnType() == null
                ? null
                : new DnRegistrations(name, target.family().addressType(), options.getRegistrationWindow(), view);
        TServerProtocol[] protocol = new TServerProtocol[1];
        EngageLink<ReceivedFrame> link = new EngageLink<>(
                options.session(name, target.members()),
                setup.nextLoop(),
                intake,
                view,
                setup.transport(options, ServerKind.T_SERVER, 0, metrics),
                timer -> protocol[0] = new TServerProtocol(
                        new TServerProtocol.Identity(
                                target.server(),
                                target.family(),
                                EngageSetup.instance(options),
                                options.getApplicationName(),
                                options.getPassword()),
                        dns == null ? new CallMonitoring(name) : dns,
                        timer,
                        Duration.ofMillis(options.getScopeInterval()),
                        metrics,
                        view,
                        intake::put));
        metrics.connected(link::isLive);
        return new Links.Opened<>(link, dns == null ? () -> {} : watch(target, dns, protocol[0], link));
    }

    private AutoCloseable watch(
            Target target, DnRegistrations dns, TServerProtocol protocol, EngageLink<ReceivedFrame> link) {
        Directory directory = setup.directory(options);
        if (directory == null) {
            throw new IllegalArgumentException("family " + target.family().word()
                    + " needs the option directory, or a bean of type " + Directory.class.getName()
                    + " in the registry");
        }
        return new DirectoryWatch<Set<String>>(
                directory,
                from -> from.dns(target.server()).stream()
                        .filter(dn -> dn.type() == target.family().dnType())
                        .map(Dn::number)
                        .collect(Collectors.toUnmodifiableSet()),
                numbers -> link.run(() -> {
                    dns.scope(numbers);
                    protocol.endResync();
                }),
                setup.directoryThread(),
                options.getScopeInterval());
    }
}
