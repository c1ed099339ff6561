package org.engageconnector.simulators.engage.scenario;

import java.util.Map;

/**
 * One event that Genesys Cloud must be told.
 *
 * @param at in a scenario milliseconds since its start, in a played call milliseconds since 1970
 * @param event name of the batch list without "Events", for example {@code userEstablished}
 * @param fields what must be equal: legs and commands as symbols, and {@code user}, {@code queue}, {@code code},
 *     {@code conversation} ... as the scenario's cast names them, or, in a played call, as employee id, number of the virtual
 *     queue, attached value and CallUUID
 */
public record ExpectedEvent(long at, String event, Map<String, Object> fields) {

    /** The field as text; {@code null} when it is absent. */
    public String text(String field) {
        Object value = fields.get(field);
        return value == null ? null : value.toString();
    }
}
