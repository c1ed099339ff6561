package org.engageconnector.simulators.engage.scenario;

import java.util.Map;

/**
 * One event that a SIP Server sends.
 *
 * @param at milliseconds since the start of the call
 * @param message T-Library's name, for example {@code EventRinging}
 * @param attributes T-Library names without "Attribute" to values as written: text, whole numbers, maps; symbols unbound
 */
public record ScenarioEvent(long at, Stream stream, String message, Map<String, Object> attributes) {

    /** The attribute as text; {@code null} when it is absent. */
    public String text(String attribute) {
        Object value = attributes.get(attribute);
        return value == null ? null : value.toString();
    }

    /** The attribute as a number, {@code 0x} form included; {@code otherwise} when it is absent. */
    public int number(String attribute, int otherwise) {
        Object value = attributes.get(attribute);
        if (value instanceof Number number) {
            return number.intValue();
        }
        return value == null ? otherwise : Integer.decode(value.toString());
    }
}
