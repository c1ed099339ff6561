package org.engageconnector.simulators.judge;

import java.util.Map;

/**
 * Which ids the organisation gave to what the site has. Unknown names give an empty text, which no event carries.
 *
 * @param users employee id to user id
 * @param queues {@code <number>@<switch>} to queue id
 * @param wrapUpCodes attached value to wrap-up code id
 * @param presences presence definition id to system presence
 */
public record OrganisationNames(
        Map<String, String> users,
        Map<String, String> queues,
        Map<String, String> wrapUpCodes,
        Map<String, String> presences) {

    public String user(String employeeId) {
        return users.getOrDefault(employeeId, "");
    }

    public String queue(String number, String switchName) {
        return queues.getOrDefault(number + "@" + switchName, "");
    }

    public String wrapUpCode(String value) {
        return wrapUpCodes.getOrDefault(value, "");
    }
}
