package org.engageconnector.processors.conversation.state;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.evidence.Source;

/**
 * What made an event: the message that was read, or the wait that ended and the message that began it. One message only, so its
 * size is bounded; numbers of outside parties are not in it.
 *
 * @param at the message's event time, milliseconds since 1970
 * @param family the stream it came by; {@code null} when no message is known
 * @param dn the DN or virtual queue of the switch that it is about, where it is about one
 * @param waitedUntil end of the wait, event time; 0 when the message itself made the event
 */
public record Basis(long at, Family family, Source source, String dn, long waitedUntil) {

    public static final Basis NONE = new Basis(0, null, Source.NONE, null, 0);

    public static Basis of(Evidence e) {
        return new Basis(e.at(), e.family(), e.source(), e.dnKind() == DnKind.UNKNOWN ? null : e.dn(), 0);
    }

    /** The same as what began a wait. */
    public Basis waited(long until) {
        return new Basis(at, family, source, dn, until);
    }
}
