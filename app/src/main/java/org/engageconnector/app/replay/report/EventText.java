package org.engageconnector.app.replay.report;

import org.engageconnector.app.replay.play.SeenEvent;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** An event of the log in one short line. */
final class EventText {

    private EventText() {}

    static String of(SeenEvent event, NumberMask mask, String dispositionKey) {
        Message message = event.message();
        StringBuilder text = new StringBuilder(String.valueOf(event.name()));
        add(text, " ", mask.of(event.dn()));
        boolean diverted = message.number() == TServerMessage.EVENT_DIVERTED;
        add(text, diverted ? " to " : " third party ", mask.of(message.text(TServerAttribute.THIRD_PARTY_DN)));
        add(text, " with ", mask.of(message.text(TServerAttribute.OTHER_DN)));
        add(text, " agent ", message.text(TServerAttribute.AGENT_ID));
        if (message.number() >= TServerMessage.EVENT_CALL_CREATED) {
            Integer state = message.integer(TServerAttribute.PARTY_STATE);
            add(
                    text,
                    " PartyState 0x",
                    state == null ? null : Integer.toHexString(state).toUpperCase(java.util.Locale.ROOT));
        }
        number(text, " CallState ", message, TServerAttribute.CALL_STATE);
        number(text, " Cause ", message, TServerAttribute.CAUSE);
        if (message.number() == TServerMessage.EVENT_AGENT_NOT_READY) {
            number(text, " work mode ", message, TServerAttribute.AGENT_WORK_MODE);
        }
        KeyValueList data = message.list(TServerAttribute.USER_DATA);
        String disposition = data == null ? null : data.text(dispositionKey);
        add(text, " " + dispositionKey + "=", disposition == null ? null : mask.data(disposition));
        return text.toString();
    }

    private static void number(StringBuilder text, String before, Message message, int id) {
        int value = message.integer(id, 0);
        add(text, before, value == 0 ? null : Integer.toString(value));
    }

    private static void add(StringBuilder text, String before, String value) {
        if (value != null && !value.isEmpty()) {
            text.append(before).append(value);
        }
    }
}
