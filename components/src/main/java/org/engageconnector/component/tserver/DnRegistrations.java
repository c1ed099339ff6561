package org.engageconnector.component.tserver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.component.engage.SessionProtocol.Outlet;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The DNs of one family: registers what is in scope, a bounded number at a time, and unregisters what left it, without a
 * reconnect. A refused DN is asked for again at the next refresh and never ends the session.
 */
final class DnRegistrations implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(DnRegistrations.class);

    private final String name;
    private final int addressType;
    private final int window;
    private final SessionView view;

    private final Set<String> scope = new LinkedHashSet<>();
    private final ArrayDeque<String> toAsk = new ArrayDeque<>();
    /** Reference to DN, in the order of sending, which is the order of the answers. */
    private final Map<Integer, String> asked = new LinkedHashMap<>();

    private final Set<String> refused = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private boolean scopeKnown;
    private int askedBeforeRefresh;
    private Outlet outlet;
    private References references;

    /** @param window how many requests may wait for their answers, at least 1 */
    DnRegistrations(String name, int addressType, int window, SessionView view) {
        this.name = name;
        this.addressType = addressType;
        this.window = window;
        this.view = view;
    }

    /** The DNs in scope, all of them. */
    void scope(Set<String> dns) {
        List<String> gone = scope.stream().filter(dn -> !dns.contains(dn)).toList();
        List<String> come = dns.stream().filter(dn -> !scope.contains(dn)).toList();
        scopeKnown = true;
        gone.forEach(this::drop);
        scope.addAll(come);
        toAsk.addAll(come);
        pump();
    }

    @Override
    public void start(Outlet on, References from) {
        outlet = on;
        references = from;
        forget();
        toAsk.addAll(scope);
        pump();
    }

    @Override
    public void received(Message message) {
        int number = message.number();
        Integer reference = message.integer(TServerAttribute.REFERENCE_ID);
        if (reference == null || asked.isEmpty()) {
            return;
        }
        if (number == TServerMessage.EVENT_REGISTERED || number == TServerMessage.EVENT_ERROR) {
            lostBefore(reference);
            String dn = asked.remove(reference);
            if (dn != null) {
                answered(dn, message);
            }
            pump();
        } else if (number == TServerMessage.EVENT_SERVER_INFO) {
            lostBefore(reference);
            pump();
        }
    }

    @Override
    public void refresh() {
        if (outlet == null) {
            return;
        }
        toAsk.addAll(refused);
        refused.clear();
        pump();
        if (!asked.isEmpty() && asked.keySet().iterator().next() <= askedBeforeRefresh) {
            // unanswered for a whole interval: the answer to this question shows whether it is still to come
            outlet.send(Requests.queryServer(references.next()));
        }
        askedBeforeRefresh = asked.isEmpty() ? 0 : new ArrayList<>(asked.keySet()).get(asked.size() - 1);
    }

    @Override
    public boolean complete() {
        return scopeKnown && toAsk.isEmpty() && asked.isEmpty();
    }

    @Override
    public void stop() {
        outlet = null;
        forget();
    }

    private void forget() {
        toAsk.clear();
        asked.clear();
        refused.clear();
        askedBeforeRefresh = 0;
        view.counts(0, 0);
    }

    private void drop(String dn) {
        scope.remove(dn);
        reported.remove(dn);
        boolean refusedByServer = refused.remove(dn);
        boolean notAskedYet = toAsk.remove(dn);
        if (outlet != null && !refusedByServer && !notAskedYet) {
            outlet.send(Requests.unregisterAddress(references.next(), dn));
        }
    }

    private void pump() {
        while (outlet != null && asked.size() < window && !toAsk.isEmpty()) {
            String dn = toAsk.remove();
            int reference = references.next();
            asked.put(reference, dn);
            outlet.send(Requests.registerAddress(reference, dn, addressType));
        }
        int open = outlet == null ? 0 : scope.size() - asked.size() - toAsk.size() - refused.size();
        view.counts(open, refused.size());
    }

    private void answered(String dn, Message message) {
        if (message.number() == TServerMessage.EVENT_REGISTERED) {
            reported.remove(dn);
        } else if (scope.contains(dn)) {
            refused.add(dn);
            if (reported.add(dn)) {
                LOG.warn(
                        "{}: DN {} is refused with error {}; it is asked for again at each refresh",
                        name,
                        dn,
                        message.integer(TServerAttribute.ERROR_CODE));
            }
        }
    }

    /** Requests before one that was answered get no answer any more: they are sent again. */
    private void lostBefore(int reference) {
        Iterator<Map.Entry<Integer, String>> oldest = asked.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Integer, String> request = oldest.next();
            if (request.getKey() >= reference) {
                return;
            }
            oldest.remove();
            if (scope.contains(request.getValue())) {
                toAsk.add(request.getValue());
            }
        }
    }
}
