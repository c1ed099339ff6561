package org.engageconnector.app.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.engage.EngageClient;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.HostPort;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SipServer;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.transport.ServerKind;

/** Registers with each Engage server as a client would, reads its role, and leaves again. */
final class EngageServersCheck {

    private static final int ROLE_PRIMARY = 0;

    private static final int STAT_MODE = 28;

    private static final int STAT_CODE = 20;

    private final RoleSettings settings;

    private final EngageClient client;

    private EngageServersCheck(RoleSettings settings, EngageClient client) {
        this.settings = settings;
        this.client = client;
    }

    static List<Finding> sipServers(RoleSettings settings) {
        try (EngageClient client = new EngageClient(settings)) {
            return sipServers(settings, new EngageServersCheck(settings, client));
        }
    }

    static List<Finding> statServers(RoleSettings settings) {
        try (EngageClient client = new EngageClient(settings)) {
            return statServers(settings, new EngageServersCheck(settings, client));
        }
    }

    private static List<Finding> sipServers(RoleSettings settings, EngageServersCheck check) {
        List<Finding> findings = new ArrayList<>();
        for (SipServer pair : settings.sipServers()) {
            List<HostPort> members = new ArrayList<>(List.of(pair.primary()));
            if (pair.backup() != null) {
                members.add(pair.backup());
            }
            findings.addAll(check.pair("sip server " + pair.switchName(), "ex.sip-servers", members, check::sipServer));
        }
        return findings;
    }

    private static List<Finding> statServers(RoleSettings settings, EngageServersCheck check) {
        List<HostPort> members = new ArrayList<>();
        for (String name : List.of("ex.stat-server.primary", "ex.stat-server.backup")) {
            settings.find(name).ifPresent(text -> members.add(HostPort.parse(text, HostPort.STAT_SERVER)));
        }
        return check.pair("stat server", "ex.stat-server.primary", members, check::statServer);
    }

    private interface Look {
        /** True for a primary. */
        boolean primary(HostPort server) throws IOException, Refused;
    }

    /** The server answered, but not as wanted. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private List<Finding> pair(String name, String setting, List<HostPort> members, Look look) {
        List<Finding> findings = new ArrayList<>();
        String where = setting + ", " + settings.value(setting).origin();
        int primaries = 0;
        for (HostPort member : members) {
            String check = name + " " + member;
            try {
                boolean primary = look.primary(member);
                primaries += primary ? 1 : 0;
                findings.add(Finding.ok(check, primary ? "is primary" : "is backup"));
            } catch (IOException e) {
                findings.add(Finding.bad(
                        check,
                        ExitCode.UNREACHABLE,
                        "cannot be reached or does not answer (transport " + settings.text("ex.engage.transport")
                                + "): " + e.getMessage(),
                        where,
                        "check host and port, that the server or its relay runs, and the network between"));
            } catch (Refused e) {
                findings.add(Finding.bad(
                        check,
                        ExitCode.REFUSED,
                        e.getMessage(),
                        where,
                        "check ex.engage.application-name and ex.engage.password, and the server's own configuration"));
            }
        }
        if (primaries != 1 && findings.stream().allMatch(finding -> finding.exitCode() == ExitCode.DONE)) {
            findings.add(Finding.warn(name, primaries + " members say that they are primary; one should"));
        }
        return findings;
    }

    private boolean sipServer(HostPort server) throws IOException, Refused {
        Message.Builder register = Message.of(TServerMessage.REQUEST_REGISTER_CLIENT)
                .with(TServerAttribute.PROTOCOL_VERSION, "tkv/1")
                .with(TServerAttribute.APPLICATION_NAME, settings.text("ex.engage.application-name"));
        register.with(
                TServerAttribute.APPLICATION_PASSWORD,
                settings.find("ex.engage.password").orElse(""));
        Message answer = client.ask(
                ServerKind.T_SERVER,
                server,
                register.build(),
                message -> message.number() == TServerMessage.EVENT_LINK_CONNECTED
                        || message.number() == TServerMessage.EVENT_ERROR);
        if (answer.number() == TServerMessage.EVENT_ERROR) {
            throw new Refused("refuses us with error " + answer.integer(TServerAttribute.ERROR_CODE, -1));
        }
        return answer.integer(TServerAttribute.SERVER_ROLE, ROLE_PRIMARY) == ROLE_PRIMARY;
    }

    private boolean statServer(HostPort server) throws IOException, Refused {
        Message register = Message.of(101)
                .with(1, "tkv/1")
                .with(2, settings.text("ex.engage.application-name"))
                .with(3, 0)
                .build();
        Message answer = client.ask(
                ServerKind.STAT_SERVER,
                server,
                register,
                message -> message.number() == StatServerMessage.EVENT_SERVER_MODE
                        || message.number() == StatServerMessage.EVENT_ERROR);
        if (answer.number() == StatServerMessage.EVENT_ERROR) {
            throw new Refused("refuses us with error " + answer.integer(STAT_CODE, -1));
        }
        return answer.integer(STAT_MODE, 0) == 1;
    }
}
