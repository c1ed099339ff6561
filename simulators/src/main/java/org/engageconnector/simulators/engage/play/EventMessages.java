package org.engageconnector.simulators.engage.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.scenario.ScenarioEvent;

/** Turns a scenario's line into the message that it stands for. */
final class EventMessages {

    private EventMessages() {}

    /**
     * The message of a line.
     *
     * @param bind what a text (symbol, DN, login code ...) stands for; gives back what it does not know
     * @throws IllegalArgumentException when the line names an unknown message or attribute
     */
    static Message message(ScenarioEvent event, UnaryOperator<String> bind) {
        Message.Builder message = Message.of(known(TServerMessage.number(event.message()), event.message()));
        event.attributes().forEach((name, value) -> {
            int id = known(TServerAttribute.number(name), name);
            message.with(id, value(value, TServerAttribute.type(id), bind));
        });
        return message.build();
    }

    /** EventAgentReady, EventAgentNotReady, EventAgentLogin or EventAgentLogout of an agent outside of calls. */
    static Message agentEvent(int number, String dn, String loginCode, int workMode, Map<String, String> reasons) {
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        reasons.forEach((key, value) -> pairs.add(new KeyValueList.Pair(key, value)));
        return Message.of(number)
                .with(TServerAttribute.THIS_DN, dn)
                .with(TServerAttribute.AGENT_ID, loginCode)
                .with(TServerAttribute.AGENT_WORK_MODE, workMode)
                .with(TServerAttribute.REASONS, pairs.isEmpty() ? null : new KeyValueList(pairs))
                .build();
    }

    private static Object value(Object value, Class<?> type, UnaryOperator<String> bind) {
        if (type == Integer.class) {
            return value instanceof Number number ? (Integer) number.intValue() : Integer.decode(value.toString());
        }
        if (type == Long.class) {
            return value instanceof Number number
                    ? (Long) number.longValue()
                    : (Long) Long.parseUnsignedLong(bind.apply(value.toString()), 16);
        }
        return type == KeyValueList.class ? list((Map<?, ?>) value, bind) : bind.apply(value.toString());
    }

    private static KeyValueList list(Map<?, ?> map, UnaryOperator<String> bind) {
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        map.forEach((key, value) -> pairs.add(new KeyValueList.Pair(key.toString(), pairValue(value, bind))));
        return new KeyValueList(pairs);
    }

    private static Object pairValue(Object value, UnaryOperator<String> bind) {
        if (value instanceof Map<?, ?> nested) {
            return list(nested, bind);
        }
        return value instanceof Number number ? (Integer) number.intValue() : bind.apply(value.toString());
    }

    private static int known(Integer number, String name) {
        if (number == null) {
            throw new IllegalArgumentException("Not a message or attribute of T-Library: " + name);
        }
        return number;
    }
}
