package org.engageconnector.simulators.engage.serverlog;

import static org.engageconnector.message.TServerAttribute.EVENT_SEQUENCE_NUMBER;
import static org.engageconnector.message.TServerAttribute.REASONS;
import static org.engageconnector.message.TServerAttribute.SERVER_START_TIME;
import static org.engageconnector.message.TServerAttribute.TIME_IN_SECS;
import static org.engageconnector.message.TServerAttribute.TIME_IN_U_SECS;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/** The attributes of a message as a SIP Server prints them: its numbers and times first, one attribute a line behind a tab. */
final class DumpText {

    private static final List<Integer> FIRST =
            List.of(SERVER_START_TIME, EVENT_SEQUENCE_NUMBER, TIME_IN_U_SECS, TIME_IN_SECS);

    private final ServerLogOptions options;
    private final ListText lists;
    private final DateTimeFormatter clock;

    DumpText(ServerLogOptions options) {
        this.options = options;
        this.lists = new ListText(options);
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(options.zone());
    }

    String text(Message message) {
        StringBuilder text = new StringBuilder();
        for (int id : FIRST) {
            if (message.has(id)) {
                attribute(id, message.value(id), text);
            }
        }
        for (Message.Attribute attribute : message.attributes()) {
            // a password is in no log
            if (!FIRST.contains(attribute.id()) && attribute.id() != TServerAttribute.APPLICATION_PASSWORD) {
                attribute(attribute.id(), attribute.value(), text);
            }
        }
        return text.toString();
    }

    private void attribute(int id, Object value, StringBuilder text) {
        String name = id == REASONS ? "Reason" : TServerAttribute.name(id);
        text.append("\tAttribute")
                .append(name == null ? "Unknown" + id : name)
                .append('\t')
                .append(value(id, value))
                .append(options.lineEnd());
    }

    private String value(int id, Object value) {
        if (value instanceof String string) {
            return "'" + string + "'";
        }
        if (value instanceof Long number) {
            return String.format("%016x", number);
        }
        if (value instanceof KeyValueList list) {
            return lists.text(list);
        }
        if (value instanceof byte[] bytes) {
            StringBuilder text = new StringBuilder("[" + bytes.length + "]");
            for (byte b : bytes) {
                text.append(String.format(" %02x", b));
            }
            return text.toString();
        }
        long number = Integer.toUnsignedLong((Integer) value);
        return id == TIME_IN_SECS ? number + " (" + clock.format(Instant.ofEpochSecond(number)) + ")" : "" + number;
    }
}
