package org.engageconnector.component.journal.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.message.ReceivedFrame;

/** What the entries of one session have in common: everything but the body. Compared by identity. */
final class EntryTemplate {

    private final ReceivedFrame like;
    private final List<byte[]> fields;
    private final long size;

    private EntryTemplate(ReceivedFrame like, NewEntry entry) {
        List<byte[]> all = EntryFields.of(entry);
        this.like = like;
        this.fields = List.copyOf(all.subList(0, all.size() - 1));
        this.size = EntryFields.size(entry);
    }

    static EntryTemplate of(ReceivedFrame frame) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("member", frame.member());
        headers.put("instance", frame.instance());
        headers.put("startTime", Integer.toUnsignedString(frame.startTime()));
        String kind = frame.control() == null ? "frame" : frame.control();
        return new EntryTemplate(frame, new NewEntry(frame.family(), kind, headers, new byte[0]));
    }

    boolean fits(ReceivedFrame frame) {
        return frame.startTime() == like.startTime()
                && frame.family().equals(like.family())
                && frame.member().equals(like.member())
                && frame.instance().equals(like.instance())
                && (frame.control() == null
                        ? like.control() == null
                        : frame.control().equals(like.control()));
    }

    /** Fields and values in turn; the last is the field of the body. */
    List<byte[]> fields() {
        return fields;
    }

    /** Bytes of an entry beside its body, as {@link EntryFields#size} counts them. */
    long size() {
        return size;
    }
}
