package org.engageconnector.app.status;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The last report of one role of one instance.
 *
 * @param ageSeconds how long ago it was made, by Redis' clock
 * @param status what {@code /api/v1/status} of that role answered then
 */
public record Report(String role, String instance, long ageSeconds, JsonNode status) {

    private static final long SILENT_SECONDS = 20;

    /** True while the role reports as it should, every five seconds. */
    public boolean running() {
        return ageSeconds <= SILENT_SECONDS;
    }
}
