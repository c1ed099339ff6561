package org.engageconnector.app.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport.Connection;
import org.engageconnector.transport.EngageTransport.Listener;

/** One connection to one Stat Server: opens the two statistics of some agents, and tallies what comes. On its loop. */
final class StatServerListener implements Listener {

    /** State numbers that have a name in public material. */
    private static final Set<Integer> KNOWN = Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 18, 19, 20, 21, 22, 23);

    private static final int NOT_READY = 8;

    private final Tally tally;
    private final String member;
    private final Message register;
    private final String tenant;
    private final List<String> types;
    private final List<String> agents;
    private final Map<Integer, Integer> opened = new HashMap<>();
    private final Set<Integer> closing = new HashSet<>();
    private int reference;
    private boolean welcomed;
    private Connection connection;

    /**
     * Listens to one member.
     *
     * @param types names of the state's and of the reason's statistic
     */
    StatServerListener(
            Tally tally, String member, Message register, String tenant, List<String> types, List<String> agents) {
        this.tally = tally;
        this.member = member;
        this.register = register;
        this.tenant = tenant;
        this.types = types;
        this.agents = agents;
    }

    @Override
    public void opened(Connection now) {
        connection = now;
        tally.add("s.opened." + member);
        now.send(register);
    }

    @Override
    public void closed(Connection was, String reason) {
        connection = null;
        tally.add("s.closed." + member + "." + (welcomed ? "after welcome" : "before welcome"));
    }

    /** A sign of life. */
    void ask() {
        if (connection != null && welcomed) {
            connection.send(Message.of(StatServerMessage.REQUEST_PING)
                    .with(StatServerAttribute.REFERENCE_ID, ++reference)
                    .build());
        }
    }

    /** Closes the statistics, as a client does that leaves in order. */
    void leave() {
        if (connection != null) {
            opened.keySet().forEach(open -> {
                closing.add(open);
                connection.send(Message.of(StatServerMessage.REQUEST_CLOSE_STATISTIC)
                        .with(StatServerAttribute.REFERENCE_ID, open)
                        .build());
            });
        }
    }

    void close() {
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void received(Connection from, TkvFrame frame) {
        Message message = frame.message();
        String name = StatServerMessage.name(message.number());
        String known = name == null ? "message " + message.number() : name;
        tally.add("m.stat." + known);
        for (int i = 0; i < message.size(); i++) {
            tally.add("a.stat." + known + "." + StatServerAttribute.name(message.id(i)) + ":"
                    + message.valueAt(i).getClass().getSimpleName());
        }
        Integer to = message.integer(StatServerAttribute.REFERENCE_ID);
        switch (message.number()) {
            case StatServerMessage.EVENT_SERVER_MODE -> mode(message);
            case StatServerMessage.EVENT_INFO -> info(message, to == null ? null : opened.get(to));
            case StatServerMessage.EVENT_ERROR ->
                tally.add("s.error." + (to == null ? "session" : "statistic") + "."
                        + message.integer(StatServerAttribute.CODE));
            case StatServerMessage.EVENT_STATISTIC_CLOSED ->
                tally.add("s.closed-with." + (closing.contains(to) ? "the open's reference" : "another reference"));
            case StatServerMessage.EVENT_PONG -> tally.add("s.pong");
            default -> {}
        }
    }

    private void mode(Message message) {
        Integer mode = message.integer(StatServerAttribute.MODE);
        tally.add("s.mode." + member + "." + mode);
        if (!welcomed && mode != null && mode == 1) {
            welcomed = true;
            for (String agent : agents) {
                for (int kind = 0; kind < types.size(); kind++) {
                    int next = ++reference;
                    opened.put(next, kind);
                    connection.send(open(next, agent, types.get(kind)));
                }
            }
            ask();
        }
    }

    private Message open(int with, String agent, String type) {
        return Message.of(StatServerMessage.REQUEST_OPEN_STATISTIC)
                .with(StatServerAttribute.REFERENCE_ID, with)
                .with(StatServerAttribute.OBJECT_ID, agent)
                .with(StatServerAttribute.OBJECT_TYPE, 0)
                .with(StatServerAttribute.TENANT_NAME, tenant)
                .with(StatServerAttribute.TENANT_PASSWORD, "")
                .with(StatServerAttribute.STATISTIC_TYPE, type)
                .with(StatServerAttribute.NOTIFICATION, 0)
                .with(StatServerAttribute.INSENSITIVITY, 0)
                .build();
    }

    private void info(Message message, Integer kind) {
        tally.add("s.reference." + (kind == null ? "foreign" : "kept"));
        Integer status = message.integer(StatServerAttribute.STATUS);
        tally.add("s.status." + (status == null ? "absent" : KNOWN.contains(status) ? "known" : "unknown " + status));
        Integer since = message.integer(StatServerAttribute.STATUS_TIME);
        tally.add("s.status-time." + (since == null || since == 0 ? "absent" : "present"));
        Integer now = message.integer(StatServerAttribute.SERVER_TIME);
        tally.add("s.server-time." + (now == null ? "absent" : "present"));
        if (kind != null && kind == 1 && status != null && status == NOT_READY) {
            KeyValueList reasons = message.list(StatServerAttribute.REASONS);
            tally.add("s.reasons." + (reasons == null || reasons.pairs().isEmpty() ? "absent" : "present"));
        }
        if (kind != null && kind == 0) {
            place(message.list(StatServerAttribute.PLACE), status);
        }
    }

    private void place(KeyValueList place, Integer status) {
        KeyValueList dns = place == null ? null : place.list("DnStatuses");
        tally.add("s.place." + (place == null ? "absent" : "present"));
        boolean calls = status != null && (status == 7 || status >= 18 && status <= 22);
        if (dns != null && calls) {
            boolean told = dns.pairs().stream()
                    .anyMatch(dn -> dn.value() instanceof KeyValueList list && list.integer("CallType") != null);
            tally.add("s.call-type." + (told ? "present" : "absent"));
        }
    }
}
