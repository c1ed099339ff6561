package org.engageconnector.processors.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceBuilder;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.state.CallTable;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.Leg;

/**
 * Which calls and legs were confirmed after a gap in coverage: whatever is said of a call confirms it and its queue legs, and
 * what is said of a DN in it confirms that DN's leg (docs/call-rules.md#unconfirmed).
 */
final class Confirmation {

    private static final int MOST_CALLS_OF_A_DN = 100;

    private final CallTable table;
    private final Set<String> touched;

    /** @param touched gets the CallUUID of every conversation whose confirmation changed */
    Confirmation(CallTable table, Set<String> touched) {
        this.table = table;
        this.touched = touched;
    }

    /** From now on every call waits to be confirmed. */
    void doubtAll() {
        for (Conversation conversation : table.all()) {
            if (conversation.overAt < 0) {
                conversation.unconfirmed = true;
                conversation.doubtful = true;
                conversation.confirmedDns.clear();
                touched.add(conversation.main);
            }
        }
    }

    /** Something was said of a call, and perhaps of a DN in it. */
    void confirm(Conversation conversation, String dn) {
        if (conversation != null && conversation.doubtful) {
            conversation.unconfirmed = false;
            touched.add(conversation.main);
            if (dn != null) {
                conversation.confirmedDns.add(dn);
            }
        }
    }

    /** EventRegistered lists the calls of a DN. */
    void registered(Message message) {
        KeyValueList extensions = message.list(TServerAttribute.EXTENSIONS);
        if (message.number() != TServerMessage.EVENT_REGISTERED || extensions == null) {
            return;
        }
        String dn = message.text(TServerAttribute.THIS_DN);
        for (int n = 1; n <= MOST_CALLS_OF_A_DN; n++) {
            String call = extensions.text("call-uuid-" + n);
            String conn = extensions.text("conn-" + n);
            if (call == null && conn == null) {
                return;
            }
            Conversation conversation = table.find(call != null ? call : table.callOf(conn(conn)));
            confirm(conversation, dn);
        }
    }

    private static Long conn(String hex) {
        try {
            return Long.parseUnsignedLong(hex, 16);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What was not confirmed, as evidence that it was lost at the time of the reconnect. */
    List<Evidence> lost(long reconnectedAt) {
        List<Evidence> lost = new ArrayList<>();
        for (Conversation conversation : List.copyOf(table.all())) {
            if (!conversation.doubtful) {
                continue;
            }
            if (conversation.unconfirmed) {
                lost.add(lost(conversation, null, reconnectedAt));
            } else {
                for (Leg leg : conversation.table.legs()) {
                    boolean missing = leg.live() && leg.isInternal() && leg.openedAt < reconnectedAt;
                    if (missing && !conversation.confirmedDns.contains(leg.dn)) {
                        lost.add(lost(conversation, leg.dn, reconnectedAt));
                    }
                }
            }
            conversation.unconfirmed = false;
            conversation.doubtful = false;
            touched.add(conversation.main);
            conversation.confirmedDns.clear();
        }
        return lost;
    }

    private static Evidence lost(Conversation conversation, String dn, long at) {
        return new EvidenceBuilder(at, Family.CALL, EvidenceKind.LOST)
                .call(conversation.main)
                .dn(dn, dn == null ? null : DnKind.EXTENSION)
                .build();
    }
}
