package org.engageconnector.component.tserver;

import org.engageconnector.component.engage.SessionProtocol.Outlet;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code call} family: starts Call Monitoring and asks right after it for a sign of life. A server finishes the replay of
 * its calls before its next answer, so that answer ends the resync, and shows that monitoring was taken: nothing public says
 * that a server acknowledges it, so EventACK is taken where it comes and missed nowhere.
 */
final class CallMonitoring implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(CallMonitoring.class);

    private final String name;
    private Outlet outlet;
    private References references;
    private int monitoring;
    private int query;
    private boolean taken;
    private boolean refused;
    private boolean refusalSaid;
    private boolean complete;

    /** @param name of the session, for logs */
    CallMonitoring(String name) {
        this.name = name;
    }

    @Override
    public void start(Outlet on, References from) {
        outlet = on;
        references = from;
        complete = false;
        ask();
    }

    @Override
    public void received(Message message) {
        if (outlet == null) {
            return;
        }
        int reference = message.integer(TServerAttribute.REFERENCE_ID, -1);
        if (message.number() == TServerMessage.EVENT_ACK) {
            taken |= reference == monitoring;
        } else if (message.number() == TServerMessage.EVENT_ERROR && reference == monitoring) {
            refused(message);
        } else if (message.number() == TServerMessage.EVENT_SERVER_INFO) {
            answered(reference);
        }
    }

    /** Asks again while the server has not taken it: it refused, or an answer was lost. */
    @Override
    public void refresh() {
        if (outlet != null && !taken) {
            ask();
        }
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public void stop() {
        outlet = null;
        complete = false;
    }

    private void refused(Message error) {
        refused = true;
        taken = false;
        if (!refusalSaid) {
            refusalSaid = true;
            LOG.warn(
                    "{}: call monitoring is refused with error {}; calls are told from what extensions and queues say,"
                            + " without parties outside them; it is asked for again at each refresh",
                    name,
                    error.integer(TServerAttribute.ERROR_CODE));
        }
    }

    private void answered(int reference) {
        if (reference == query) {
            complete = true;
            taken |= !refused;
            if (taken && refusalSaid) {
                refusalSaid = false;
                LOG.info("{}: call monitoring is granted now", name);
            }
        } else if (reference > query && !complete) {
            // a later question was answered, so the answer to ours is lost, and maybe a part of the replay with it
            ask();
        }
    }

    private void ask() {
        taken = false;
        refused = false;
        monitoring = references.next();
        outlet.send(Requests.startCallMonitoring(monitoring));
        query = references.next();
        outlet.send(Requests.queryServer(query));
    }
}
