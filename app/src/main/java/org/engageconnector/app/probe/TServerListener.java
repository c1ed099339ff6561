package org.engageconnector.app.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport.Connection;
import org.engageconnector.transport.EngageTransport.Listener;

/**
 * One connection to one T-Server: registers as the connector would, asks for what one family asks for, and tallies what comes.
 * On its loop.
 */
final class TServerListener implements Listener {

    private static final int AT_A_TIME = 50;
    private static final int ALL_UUID = 32;
    private static final int BACKUP = 1;

    /** What a line watches. */
    enum Watch {
        VQ(3),
        EXTENSION(1),
        CALL(0);

        private final int addressType;

        Watch(int addressType) {
            this.addressType = addressType;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Tally tally;
    private final Watch watch;
    private final String member;
    private final String applicationName;
    private final String password;
    private final Deque<String> dns;
    private final Map<Integer, String> asked = new HashMap<>();
    private int reference;
    private int monitoring;
    private int query;
    private boolean primary;
    private boolean replayEnded;
    private boolean welcomed;
    private long lastNumber = -1;
    private Connection connection;

    /** @param member {@code primary} or {@code backup}, as the setting has it */
    TServerListener(
            Tally tally, Watch watch, String member, String applicationName, String password, List<String> dns) {
        this.tally = tally;
        this.watch = watch;
        this.member = member;
        this.applicationName = applicationName;
        this.password = password;
        this.dns = new ArrayDeque<>(dns);
    }

    @Override
    public void opened(Connection opened) {
        connection = opened;
        tally.add("t.opened." + member);
        opened.send(Message.of(TServerMessage.REQUEST_REGISTER_CLIENT)
                .with(TServerAttribute.PROTOCOL_VERSION, "tkv/1")
                .with(TServerAttribute.APPLICATION_NAME, applicationName)
                .with(TServerAttribute.APPLICATION_PASSWORD, password)
                .build());
    }

    @Override
    public void closed(Connection was, String reason) {
        connection = null;
        tally.add("t.closed." + member + "." + (welcomed ? "after welcome" : "before welcome"));
    }

    /** A sign of life, as the connector asks for one. */
    void ask() {
        if (connection != null && welcomed) {
            int next = ++reference;
            asked.put(next, "query");
            connection.send(query(next));
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
        String name = TServerMessage.name(message.number());
        String known = name == null ? "message " + message.number() : name;
        tally.add("m." + watch.word() + "." + known);
        attributes(known, message);
        numbers(message);
        if (!welcomed && message.number() == TServerMessage.EVENT_LINK_CONNECTED) {
            welcomed = true;
            role("welcome", message);
            subscribe(message.integer(TServerAttribute.SERVER_ROLE, 0) == BACKUP);
        } else if (message.number() == TServerMessage.EVENT_LINK_CONNECTED) {
            tally.add("t.link-connected-later");
        } else if (message.number() == TServerMessage.EVENT_ERROR) {
            error(message);
        } else {
            answer(message);
        }
        content(message);
    }

    /** A backup is asked for its role and nothing else. */
    private void subscribe(boolean backup) {
        ask();
        if (backup) {
            return;
        }
        primary = true;
        startMonitoring();
        register();
    }

    /** Starts call monitoring, or starts it again, as after a switchover: the calls that run by then are told anew. */
    void startMonitoring() {
        if (connection == null || !primary || watch != Watch.CALL) {
            return;
        }
        replayEnded = false;
        monitoring = ++reference;
        asked.put(monitoring, "monitoring");
        connection.send(Message.of(TServerMessage.REQUEST_START_CALL_MONITORING)
                .with(TServerAttribute.REFERENCE_ID, monitoring)
                .build());
        query = ++reference;
        asked.put(query, "query");
        connection.send(query(query));
    }

    private static Message query(int with) {
        return Message.of(TServerMessage.REQUEST_QUERY_SERVER)
                .with(TServerAttribute.REFERENCE_ID, with)
                .build();
    }

    private void register() {
        while (!dns.isEmpty() && asked.size() < AT_A_TIME && connection != null) {
            int next = ++reference;
            asked.put(next, "register");
            connection.send(Message.of(TServerMessage.REQUEST_REGISTER_ADDRESS)
                    .with(TServerAttribute.REFERENCE_ID, next)
                    .with(TServerAttribute.THIS_DN, dns.remove())
                    .with(TServerAttribute.ADDRESS_TYPE, watch.addressType)
                    .with(TServerAttribute.REGISTER_MODE, 0)
                    .with(TServerAttribute.CONTROL_MODE, 0)
                    .build());
        }
    }

    private void role(String of, Message message) {
        Integer role = message.integer(TServerAttribute.SERVER_ROLE);
        tally.add("t.role." + of + "." + member + "." + (role == null ? "absent" : role));
    }

    private void answer(Message message) {
        Integer to = message.integer(TServerAttribute.REFERENCE_ID);
        boolean isAnswer = message.number() == TServerMessage.EVENT_SERVER_INFO
                || message.number() == TServerMessage.EVENT_REGISTERED
                || message.number() == TServerMessage.EVENT_ACK;
        if (message.number() == TServerMessage.EVENT_SERVER_INFO) {
            role("query", message);
        }
        if (isAnswer) {
            String request = to == null ? null : asked.remove(to);
            tally.add("t.reference." + (to == null ? "absent" : request == null ? "foreign" : "kept"));
            if (message.number() == TServerMessage.EVENT_ACK && "monitoring".equals(request)) {
                tally.add("t.monitoring.EventACK");
            }
            if (to != null && to == query && watch == Watch.CALL) {
                replayEnded = true;
                tally.add("t.monitoring.answered");
            }
            register();
        }
    }

    private void error(Message message) {
        Integer to = message.integer(TServerAttribute.REFERENCE_ID);
        String request = to == null ? null : asked.remove(to);
        String code = String.valueOf(message.integer(TServerAttribute.ERROR_CODE));
        tally.add("t.error." + (welcomed ? request == null ? "none of ours" : request : "registration") + "." + code);
        register();
    }

    private void attributes(String name, Message message) {
        for (int i = 0; i < message.size(); i++) {
            String attribute = TServerAttribute.name(message.id(i));
            Class<?> expected = TServerAttribute.type(message.id(i));
            String type = message.valueAt(i).getClass().getSimpleName();
            tally.add("a." + watch.word() + "." + name + "."
                    + (attribute == null ? "attribute " + message.id(i) : attribute) + ":" + type);
            if (expected != null && !expected.isInstance(message.valueAt(i))) {
                tally.add("t.mistyped." + attribute);
            }
        }
    }

    private void numbers(Message message) {
        tally.add("t.messages");
        tally.add("t.start-time." + (message.has(TServerAttribute.SERVER_START_TIME) ? "present" : "absent"));
        Long number = message.longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER);
        tally.add("t.sequence." + (number == null ? "absent" : "present"));
        if (number != null) {
            if (lastNumber >= 0) {
                tally.add("t.sequence." + (number > lastNumber ? "rises" : number == lastNumber ? "repeats" : "falls"));
                tally.add(number - lastNumber == 1 ? "t.sequence.by one" : "t.sequence.by more");
            }
            lastNumber = number;
        }
        Integer seconds = message.integer(TServerAttribute.TIME_IN_SECS);
        tally.add("t.time." + (seconds == null ? "absent" : "present"));
        if (seconds != null && message.integer(TServerAttribute.RELIABILITY, 0) == 0) {
            tally.highest("t.clock", Math.abs(System.currentTimeMillis() / 1_000 - Integer.toUnsignedLong(seconds)));
        }
    }

    private void content(Message message) {
        int number = message.number();
        if (watch == Watch.CALL && number >= TServerMessage.EVENT_CALL_CREATED && monitoring != 0) {
            boolean replayed = message.integer(TServerAttribute.RELIABILITY, 0) != 0;
            if (replayed) {
                tally.add(replayEnded ? "t.replay.after the answer" : "t.replay.before the answer");
            }
            party(message);
        }
        if (watch == Watch.EXTENSION && message.has(TServerAttribute.CONN_ID)) {
            tally.add("t.call-state." + (message.has(TServerAttribute.CALL_STATE) ? "present" : "absent"));
            uuid("t.dn-uuid.", message.text(TServerAttribute.CALL_UUID));
        }
        Integer type = message.integer(TServerAttribute.CALL_TYPE);
        if (type != null) {
            tally.add("t.call-type." + type);
        }
        Integer mode = message.integer(TServerAttribute.AGENT_WORK_MODE);
        if (mode != null) {
            tally.add("t.work-mode." + mode);
        }
        if (number == TServerMessage.EVENT_REGISTERED) {
            registered(message.list(TServerAttribute.EXTENSIONS));
        }
        if (watch == Watch.VQ) {
            queue(message);
        }
        KeyValueList data = message.list(TServerAttribute.USER_DATA);
        if (data != null) {
            tally.add("t.data.lists");
            tally.highest("t.data.most pairs", data.pairs().size());
            data.pairs()
                    .forEach(pair ->
                            tally.add("t.data.type." + pair.value().getClass().getSimpleName()));
        }
    }

    private void party(Message message) {
        int number = message.number();
        if (number == TServerMessage.EVENT_CALL_CREATED) {
            uuid("t.call-uuid.", message.text(TServerAttribute.CALL_UUID));
        } else if (number == TServerMessage.EVENT_CALL_PARTY_ADDED || number == TServerMessage.EVENT_CALL_PARTY_STATE) {
            tally.add(
                    "t.party-state." + (message.integer(TServerAttribute.PARTY_STATE) == null ? "absent" : "present"));
            tally.add("t.party-uuid." + (message.has(TServerAttribute.PARTY_UUID) ? "present" : "absent"));
        }
        if (number == TServerMessage.EVENT_CALL_PARTY_ADDED) {
            tally.add("t.party-dn." + (message.has(TServerAttribute.DN) ? "present" : "absent"));
        }
    }

    private void uuid(String beginning, String uuid) {
        tally.add(
                beginning + (uuid == null ? "absent" : uuid.length() == ALL_UUID ? "32 characters" : "another length"));
    }

    private void registered(KeyValueList extensions) {
        tally.add("t.registered." + watch.word());
        if (extensions == null) {
            return;
        }
        for (KeyValueList.Pair pair : extensions.pairs()) {
            String key = pair.key().replaceAll("-\\d+$", "-n");
            if (List.of("AgentStatus", "conn-n", "ps-n", "ct-n", "call-uuid-n", "uuid-n")
                    .contains(key)) {
                tally.add("t.registered." + watch.word() + "." + key);
            } else {
                tally.add("t.registered." + watch.word() + ".another key");
            }
        }
    }

    private void queue(Message message) {
        KeyValueList extensions = message.list(TServerAttribute.EXTENSIONS);
        switch (message.number()) {
            case TServerMessage.EVENT_QUEUED ->
                tally.add("t.vqid." + (extensions != null && extensions.text("VQID") != null ? "present" : "absent"));
            case TServerMessage.EVENT_DIVERTED ->
                tally.add("t.diverted." + (message.has(TServerAttribute.THIRD_PARTY_DN) ? "with target" : "without"));
            case TServerMessage.EVENT_ATTACHED_DATA_CHANGED -> tally.add("t.vq-data");
            default -> {}
        }
    }
}
