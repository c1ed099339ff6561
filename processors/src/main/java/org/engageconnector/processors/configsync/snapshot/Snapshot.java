package org.engageconnector.processors.configsync.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One consistent picture of the tenant in the Config DB. Text is trimmed; DBIDs are unique inside an object type only.
 *
 * @param tenantName {@code null} when the tenant is not there
 * @param persons agents by DBID, the disabled ones too
 * @param chosen persons that the scope names; {@code null} when the scope is all
 * @param emptyGroups agent groups that the scope names and that gave no person
 * @param skills name by DBID
 * @param switches name by DBID
 * @param members persons by virtual queue, both DBIDs
 * @param actionCodes name by code
 * @param transaction {@code hybrid_integration}: section, key, value
 */
public record Snapshot(
        String tenantName,
        Map<Long, Person> persons,
        Set<Long> chosen,
        Set<String> emptyGroups,
        Map<Long, List<Login>> logins,
        Map<Long, String> skills,
        Map<Long, List<SkillLevel>> skillLevels,
        Map<Long, String> switches,
        List<ConfigDn> dns,
        Map<Long, Set<Long>> members,
        List<WrapUpValue> wrapUpCodes,
        Map<String, String> actionCodes,
        Map<String, Map<String, String>> transaction) {

    /** An agent; {@code email} may be empty. */
    public record Person(
            long dbid,
            String employeeId,
            String userName,
            String firstName,
            String lastName,
            String email,
            long placeDbid,
            boolean enabled) {}

    /** An ACD login of a person on a switch. */
    public record Login(String code, long switchDbid) {}

    /** A level as Engage has it, not scaled. */
    public record SkillLevel(long skillDbid, int level) {}

    /** @param type 1 extension, 4 route point, 5 virtual queue */
    public record ConfigDn(long dbid, String number, String name, int type, long switchDbid, long placeDbid) {}

    /** A value of the wrap-up business attribute; {@code displayName} may be empty. */
    public record WrapUpValue(long dbid, String name, String displayName) {}

    /** True for a person who is enabled and in scope. */
    public boolean active(Person person) {
        return person.enabled() && (chosen == null || chosen.contains(person.dbid()));
    }
}
