package org.engageconnector.simulators.engage.statserver;

import static org.engageconnector.message.StatServerAttribute.CODE;
import static org.engageconnector.message.StatServerAttribute.MESSAGE;
import static org.engageconnector.message.StatServerAttribute.MODE;
import static org.engageconnector.message.StatServerAttribute.OBJECT_ID;
import static org.engageconnector.message.StatServerAttribute.OBJECT_TYPE;
import static org.engageconnector.message.StatServerAttribute.PROTOCOL_VERSION;
import static org.engageconnector.message.StatServerAttribute.REFERENCE_ID;
import static org.engageconnector.message.StatServerAttribute.SERVER_TIME;
import static org.engageconnector.message.StatServerAttribute.STATISTIC_TYPE;
import static org.engageconnector.message.StatServerAttribute.TENANT_NAME;

import java.util.HashSet;
import java.util.Set;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.simulators.engage.net.ClientConnection;
import org.engageconnector.simulators.engage.net.ConnectionHandler;
import org.engageconnector.simulators.engage.net.Listener;
import org.engageconnector.simulators.engage.net.ListenerHost;

/** One member of a pair: its clients and their statistics. Thread-safe through the pair's lock. */
public final class StatServer implements ConnectionHandler {

    private static final int NOT_REGISTERED = 1;
    private static final int UNKNOWN_STATISTIC_TYPE = 2;
    private static final int UNKNOWN_OBJECT = 3;
    private static final int NOT_PRIMARY = 4;
    private static final int AGENT = 0;

    private final StatServerPair pair;
    private final Listener listener;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Set<ClientConnection> registered = new HashSet<>();
    private boolean primary;

    StatServer(StatServerPair pair, ListenerHost host, String name, int port, boolean primary) {
        this.pair = pair;
        this.primary = primary;
        this.listener = new Listener(host, name, port, this);
    }

    /** Its socket, for addresses and the faults of connections. */
    public Listener listener() {
        return listener;
    }

    /** Whether it serves. */
    public boolean primary() {
        synchronized (pair.lock()) {
            return primary;
        }
    }

    /** How many statistics are open with it. */
    public int openStatistics() {
        synchronized (pair.lock()) {
            return subscriptions.size();
        }
    }

    /** Statistics that the client with the most of them has open. The caller holds the lock. */
    int mostOpen() {
        return subscriptions.most();
    }

    /** Changes its mode and tells its clients; a server that is not primary forgets its statistics. */
    void become(boolean nowPrimary) {
        synchronized (pair.lock()) {
            primary = nowPrimary;
            subscriptions.clear();
            pair.sessionsChanged();
            registered.forEach(this::tellMode);
        }
    }

    /** Tells a change to every client with an open statistic of that agent. The caller holds the lock. */
    void tell(String employeeId, AgentState state, boolean stateChanged, boolean reasonChanged, int serverTime) {
        for (Subscription subscription : subscriptions.of(employeeId)) {
            boolean reason = subscription.kind() == Subscription.Kind.REASON;
            if (reason ? reasonChanged : stateChanged) {
                subscription.client().send(subscription.info(state, serverTime), reason ? pair.reasonDelay() : 0);
            }
        }
    }

    /** Sends a message that only names the statistic, for every statistic of an agent. The caller holds the lock. */
    void tellNamed(String employeeId, int message) {
        for (Subscription subscription : subscriptions.of(employeeId)) {
            subscription.client().send(subscription.named(message));
        }
    }

    @Override
    public void opened(ClientConnection connection) {
        // nothing to say before RequestRegister
    }

    @Override
    public void closed(ClientConnection connection) {
        synchronized (pair.lock()) {
            registered.remove(connection);
            subscriptions.removeAll(connection);
            pair.sessionsChanged();
        }
    }

    @Override
    public void received(ClientConnection client, Message request) {
        synchronized (pair.lock()) {
            if (request.number() == StatServerMessage.REQUEST_REGISTER) {
                register(client, request);
            } else if (!registered.contains(client)) {
                refuse(client, "Client is not registered");
            } else if (request.number() == StatServerMessage.REQUEST_PING) {
                client.send(answerTo(request, StatServerMessage.EVENT_PONG)
                        .with(SERVER_TIME, pair.now())
                        .build());
            } else if (!primary) {
                client.send(error(request, NOT_PRIMARY, "Stat Server is not primary"));
            } else if (request.number() == StatServerMessage.REQUEST_OPEN_STATISTIC) {
                open(client, request);
            } else if (request.number() == StatServerMessage.REQUEST_CLOSE_STATISTIC) {
                subscriptions.remove(client, request.integer(REFERENCE_ID, -1));
                client.send(answerTo(request, StatServerMessage.EVENT_STATISTIC_CLOSED)
                        .build());
            }
        }
    }

    private void register(ClientConnection client, Message request) {
        if (pair.refusing()) {
            refuse(client, "Client is refused");
        } else if (!"tkv/1".equals(request.text(PROTOCOL_VERSION))) {
            refuse(client, "Protocol version is not tkv/1");
        } else {
            registered.add(client);
            tellMode(client);
        }
    }

    private void open(ClientConnection client, Message request) {
        Integer reference = request.integer(REFERENCE_ID);
        Subscription.Kind kind = pair.kind(request.text(STATISTIC_TYPE));
        StatAgent agent = pair.agent(request.text(OBJECT_ID));
        if (reference == null || kind == null) {
            client.send(error(request, UNKNOWN_STATISTIC_TYPE, "Unknown statistic type"));
        } else if (agent == null
                || !pair.tenantName().equals(request.text(TENANT_NAME))
                || request.integer(OBJECT_TYPE, AGENT) != AGENT) {
            client.send(error(request, UNKNOWN_OBJECT, "Unknown agent or tenant"));
        } else {
            Subscription subscription = new Subscription(client, reference, kind, agent);
            subscriptions.add(subscription);
            pair.sessionsChanged();
            client.send(subscription.named(StatServerMessage.EVENT_STATISTIC_OPENED));
            client.send(subscription.info(pair.state(agent.employeeId()), pair.now()));
        }
    }

    private void tellMode(ClientConnection client) {
        client.send(Message.of(StatServerMessage.EVENT_SERVER_MODE)
                .with(MODE, primary ? 1 : 0)
                .with(SERVER_TIME, pair.now())
                .build());
    }

    private static void refuse(ClientConnection client, String message) {
        client.send(Message.of(StatServerMessage.EVENT_ERROR)
                .with(CODE, NOT_REGISTERED)
                .with(MESSAGE, message)
                .build());
        client.closeAfterSending();
    }

    private static Message error(Message request, int code, String message) {
        return answerTo(request, StatServerMessage.EVENT_ERROR)
                .with(CODE, code)
                .with(MESSAGE, message)
                .build();
    }

    private static Message.Builder answerTo(Message request, int number) {
        return Message.of(number).with(REFERENCE_ID, request.integer(REFERENCE_ID));
    }
}
