package org.engageconnector.processors.configsync.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;

/**
 * What Genesys Cloud last confirmed, per object: its id there and what it was told.
 *
 * @param skills by name
 * @param wrapUpCodes by Engage name
 * @param queues by DBID of the virtual queue
 * @param users by DBID of the person
 * @param source {@code null} until the presence source is known
 */
public record Confirmed(
        Map<String, Skill> skills,
        Map<String, WrapUpCode> wrapUpCodes,
        Map<Long, Queue> queues,
        Map<Long, User> users,
        Source source) {

    /**
     * @param active false when the Engage object is gone
     * @param at when it was confirmed, milliseconds since 1970
     */
    public record Skill(String id, boolean active, long at) {}

    /** @param name in Genesys Cloud */
    public record WrapUpCode(String id, String name, boolean active, long at) {}

    /**
     * @param created true when we made it, false when it was adopted
     * @param members person DBIDs
     * @param codes Engage names of the wrap-up codes that are linked
     */
    public record Queue(
            String id,
            String name,
            String fingerprint,
            boolean created,
            boolean active,
            Set<Long> members,
            Set<String> codes,
            long at) {

        public Queue withMembers(Set<Long> newMembers, long now) {
            return new Queue(id, name, fingerprint, created, active, Set.copyOf(newMembers), codes, now);
        }

        public Queue withCodes(Set<String> newCodes, long now) {
            return new Queue(id, name, fingerprint, created, active, members, Set.copyOf(newCodes), now);
        }

        public Queue withActive(boolean newActive) {
            return new Queue(id, name, fingerprint, created, newActive, members, codes, at);
        }
    }

    /**
     * @param email as {@link Wanted.User#identity(String)}
     * @param externalKey the external id it carries, {@code null} when none
     * @param skills proficiency by skill name; {@code null} when not known
     * @param source the presence source that is its primary one, {@code null} when not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record User(
            String id,
            String fingerprint,
            String email,
            boolean created,
            boolean active,
            String externalKey,
            Map<String, Double> skills,
            String source,
            long at) {

        public User withState(String newFingerprint, String newEmail, boolean newActive, long now) {
            return new User(id, newFingerprint, newEmail, created, newActive, externalKey, skills, source, now);
        }

        public User withExternalKey(String key) {
            return new User(id, fingerprint, email, created, active, key, skills, source, at);
        }

        public User withSkills(Map<String, Double> newSkills, long now) {
            return new User(id, fingerprint, email, created, active, externalKey, newSkills, source, now);
        }

        public User withSource(String newSource) {
            return new User(id, fingerprint, email, created, active, externalKey, skills, newSource, at);
        }
    }

    /** The presence source. */
    public record Source(String id, String name, long at) {}
}
