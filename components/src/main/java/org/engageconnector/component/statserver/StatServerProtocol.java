package org.engageconnector.component.statserver;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.SessionProtocol;
import org.engageconnector.component.engage.SessionTimer;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatEvent.Kind;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Stat Server session (docs/protocol.md#stat-server): opens the statistics of the agents in scope and hands over what is
 * said of them, in the order in which it was said. On the session's thread.
 */
final class StatServerProtocol implements SessionProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(StatServerProtocol.class);
    private static final int PRIMARY = 1;
    private static final int NOT_PRIMARY = 4;
    private static final String LOGGED_OUT = "LoggedOut";
    /** What an event without a frame counts for in the intake. */
    private static final int EVENT_BYTES = 256;

    /** Who we are. */
    record Identity(String clientName, int clientId, String instance) {}

    private final Identity identity;
    private final AgentStatistics statistics;
    private final SessionTimer timer;
    private final Duration refreshInterval;
    private final OpenPace pace;
    private final EngageMetrics metrics;
    private final SessionView view;
    private final BiConsumer<StatEvent, Integer> intake;

    private SessionTimer.Handle refresh;
    private String server = "";
    private boolean refusalLogged;

    /** @param intake takes an event and its size in bytes */
    StatServerProtocol(
            Identity identity,
            AgentStatistics statistics,
            OpenPace pace,
            SessionTimer timer,
            Duration refreshInterval,
            EngageMetrics metrics,
            SessionView view,
            BiConsumer<StatEvent, Integer> intake) {
        this.identity = identity;
        this.statistics = statistics;
        this.pace = pace;
        this.timer = timer;
        this.refreshInterval = refreshInterval;
        this.metrics = metrics;
        this.view = view;
        this.intake = intake;
    }

    /** The agents in scope, all of them. */
    void scope(AgentScope scope) {
        statistics.scope(scope).forEach(gone -> put(event(gone, Kind.REMOVED, -1), EVENT_BYTES));
        pace.go();
    }

    @Override
    public Message register() {
        return StatRequests.register(identity.clientName(), identity.clientId());
    }

    @Override
    public Message ping() {
        return StatRequests.ping(statistics.nextReference());
    }

    @Override
    public Verdict judge(Message message, boolean registering) {
        metrics.received(message);
        view.saw(message.number());
        Verdict verdict = Verdict.NONE;
        if (message.number() == StatServerMessage.EVENT_SERVER_MODE) {
            Integer mode = message.integer(StatServerAttribute.MODE);
            if (mode != null && mode != PRIMARY) {
                verdict = Verdict.NOT_PRIMARY;
            } else if (mode != null && registering) {
                verdict = Verdict.PRIMARY;
            }
        } else if (message.number() == StatServerMessage.EVENT_ERROR) {
            if (message.integer(StatServerAttribute.CODE, 0) == NOT_PRIMARY) {
                verdict = Verdict.NOT_PRIMARY;
            } else if (registering) {
                verdict = Verdict.REFUSED;
            }
        }
        if (verdict == Verdict.PRIMARY || verdict == Verdict.NOT_PRIMARY) {
            view.role(verdict == Verdict.PRIMARY);
        }
        return verdict;
    }

    @Override
    public void up(Member member, Outlet outlet, TkvFrame first) {
        server = member.host() + ":" + member.port();
        // A new connection says nothing of validity until it has something to say: what was frozen goes on.
        statistics.start(outlet).forEach(agent -> put(event(agent, Kind.VALID, -1), EVENT_BYTES));
        refresh = timer.schedule(refreshInterval, this::refresh);
        pace.go();
    }

    @Override
    public void received(TkvFrame frame) {
        Message message = frame.message();
        Statistic statistic = statistics.find(message.integer(StatServerAttribute.REFERENCE_ID));
        if (statistic == null) {
            return;
        }
        String agent = statistic.employeeId();
        int size = EVENT_BYTES + frame.bytes().length;
        switch (message.number()) {
            // EventStatisticOpened says less: until the value that follows it at once has come, the answer counts as
            // lost
            case StatServerMessage.EVENT_INFO -> {
                statistics.opened(statistic);
                put(value(statistic, message), size);
            }
            case StatServerMessage.EVENT_STATISTIC_INVALID -> validity(statistic, true);
            case StatServerMessage.EVENT_STATISTIC_VALID -> validity(statistic, false);
            // not by our wish, or the reference would be gone: it is wanted again at the next look
            case StatServerMessage.EVENT_STATISTIC_CLOSED -> gone(statistic);
            case StatServerMessage.EVENT_ERROR -> {
                int code = message.integer(StatServerAttribute.CODE, -1);
                gone(statistic);
                logRefusal(agent, code);
                put(event(agent, Kind.ERROR, code), size);
            }
            default -> {}
        }
    }

    @Override
    public void down() {
        refresh.cancel();
        pace.stop();
        statistics.stop();
    }

    private void refresh() {
        refresh = timer.schedule(refreshInterval, this::refresh);
        refusalLogged = false;
        statistics.refresh();
        pace.go();
    }

    /** Whoever has no such statistic cannot say that it is valid again. */
    private void gone(Statistic statistic) {
        becomes(statistic, false);
        statistics.refused(statistic);
    }

    /** In place of a value. */
    private void validity(Statistic statistic, boolean invalid) {
        statistics.opened(statistic);
        becomes(statistic, invalid);
    }

    private void becomes(Statistic statistic, boolean invalid) {
        if (statistics.invalid(statistic, invalid)) {
            put(event(statistic.employeeId(), invalid ? Kind.INVALID : Kind.VALID, -1), EVENT_BYTES);
        }
    }

    /** One line per interval: a wrong statistic type is refused once per agent. */
    private void logRefusal(String agent, int code) {
        if (!refusalLogged) {
            LOG.warn("{} refuses a statistic of agent {} with error {}; asked for again later", server, agent, code);
        }
        refusalLogged = true;
    }

    private StatEvent value(Statistic statistic, Message message) {
        boolean reason = statistic.isReason();
        String loginId = message.text(StatServerAttribute.LOGIN_ID);
        KeyValueList list = message.list(reason ? StatServerAttribute.REASONS : StatServerAttribute.PLACE);
        KeyValueList present = list == null ? KeyValueList.EMPTY : list;
        return new StatEvent(
                server,
                identity.instance(),
                statistic.employeeId(),
                reason ? Kind.REASON : Kind.STATE,
                message.integer(StatServerAttribute.STATUS, -1),
                message.integer(StatServerAttribute.STATUS_TIME, 0),
                message.integer(StatServerAttribute.SERVER_TIME, 0),
                reason || loginId != null ? loginId : LOGGED_OUT,
                reason ? KeyValueList.EMPTY : present,
                reason ? present : KeyValueList.EMPTY,
                System.currentTimeMillis());
    }

    private StatEvent event(String agent, Kind kind, int status) {
        return new StatEvent(
                server,
                identity.instance(),
                agent,
                kind,
                status,
                0,
                0,
                null,
                KeyValueList.EMPTY,
                KeyValueList.EMPTY,
                System.currentTimeMillis());
    }

    private void put(StatEvent event, int size) {
        intake.accept(event, size);
    }
}
