package org.engageconnector.component.tserver;

import org.engageconnector.component.engage.SessionProtocol.Outlet;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/**
 * The {@code call} family: starts Call Monitoring and asks right after it for a sign of life. A server finishes the replay of
 * its calls before its next answer, so that answer ends the resync.
 */
final class CallMonitoring implements Subscription {

    private Outlet outlet;
    private References references;
    private int monitoring;
    private int query;
    private boolean acknowledged;
    private boolean complete;

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
            acknowledged |= reference == monitoring;
        } else if (message.number() == TServerMessage.EVENT_SERVER_INFO) {
            answered(reference);
        }
    }

    /** Asks again while the server has not acknowledged: it refused, or an answer was lost. */
    @Override
    public void refresh() {
        if (outlet != null && !acknowledged) {
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

    private void answered(int reference) {
        if (reference == query) {
            complete = true;
        } else if (reference > query && !complete) {
            // a later question was answered, so the answer to ours is lost, and maybe a part of the replay with it
            ask();
        }
    }

    private void ask() {
        acknowledged = false;
        monitoring = references.next();
        outlet.send(Requests.startCallMonitoring(monitoring));
        query = references.next();
        outlet.send(Requests.queryServer(query));
    }
}
