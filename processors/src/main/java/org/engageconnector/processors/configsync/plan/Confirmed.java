package org.engageconnector.processors.configsync.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Genesys Cloud last confirmed, per object: its id there and what it was told. What a request is about is in doubt from
 * before it is sent until its answer is recorded: after a crash or a lost answer nobody knows whether it was carried out, so
 * it is asked for again, or asked to be undone when Engage has changed its mind meanwhile.
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

    /**
     * @param name in Genesys Cloud
     * @param renaming true while it is in doubt whether it has that name
     */
    public record WrapUpCode(String id, String name, boolean active, boolean renaming, long at) {

        /** One whose name is certain. */
        public WrapUpCode(String id, String name, boolean active, long at) {
            this(id, name, active, false, at);
        }

        public WrapUpCode withActive(boolean newActive) {
            return new WrapUpCode(id, name, newActive, renaming, at);
        }

        public WrapUpCode inDoubt(long now) {
            return new WrapUpCode(id, name, active, true, now);
        }
    }

    /**
     * @param fingerprint empty while it is in doubt what the queue was told
     * @param created true when we made it, false when it was adopted
     * @param members person DBIDs
     * @param codes Engage names of the wrap-up codes that are linked
     * @param doubtfulMembers persons who may be members or not, whatever {@code members} says
     * @param doubtfulCodes codes that may be linked or not, whatever {@code codes} says
     * @param others members that the queue counts beside ours when they were last read: of groups, or of somebody else
     */
    public record Queue(
            String id,
            String name,
            String fingerprint,
            boolean created,
            boolean active,
            Set<Long> members,
            Set<String> codes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Long> doubtfulMembers,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> doubtfulCodes,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int others,
            long at) {

        public Queue {
            members = Set.copyOf(members);
            codes = Set.copyOf(codes);
            doubtfulMembers = doubtfulMembers == null ? Set.of() : Set.copyOf(doubtfulMembers);
            doubtfulCodes = doubtfulCodes == null ? Set.of() : Set.copyOf(doubtfulCodes);
        }

        /** One of which nothing is in doubt. */
        public Queue(
                String id,
                String name,
                String fingerprint,
                boolean created,
                boolean active,
                Set<Long> members,
                Set<String> codes,
                long at) {
            this(id, name, fingerprint, created, active, members, codes, Set.of(), Set.of(), 0, at);
        }

        public Queue withActive(boolean newActive) {
            return told(name, fingerprint, newActive, at);
        }

        /** What it is told is in doubt. */
        public Queue inDoubt(long now) {
            return told(name, "", active, now);
        }

        public Queue told(String newName, String newFingerprint, boolean newActive, long now) {
            return new Queue(
                    id,
                    newName,
                    newFingerprint,
                    created,
                    newActive,
                    members,
                    codes,
                    doubtfulMembers,
                    doubtfulCodes,
                    others,
                    now);
        }

        public Queue withOthers(int number) {
            return new Queue(
                    id, name, fingerprint, created, active, members, codes, doubtfulMembers, doubtfulCodes, number, at);
        }

        public Links<Long> memberLinks() {
            return new Links<>(members, doubtfulMembers);
        }

        public Queue withMembers(Links<Long> newMembers, long now) {
            return linked(newMembers, codeLinks(), now);
        }

        public Links<String> codeLinks() {
            return new Links<>(codes, doubtfulCodes);
        }

        public Queue withCodes(Links<String> newCodes, long now) {
            return linked(memberLinks(), newCodes, now);
        }

        private Queue linked(Links<Long> newMembers, Links<String> newCodes, long now) {
            return new Queue(
                    id,
                    name,
                    fingerprint,
                    created,
                    active,
                    newMembers.present(),
                    newCodes.present(),
                    newMembers.doubtful(),
                    newCodes.doubtful(),
                    others,
                    now);
        }
    }

    /**
     * @param fingerprint empty while it is in doubt what the user was told, its state included
     * @param email as {@link Wanted.User#identity(String)}
     * @param externalKey the external id it carries, {@code null} when none, or in doubt
     * @param doubtfulExternalKeys external ids that it may carry or not
     * @param skills proficiency by skill name; {@code null} when not known, or in doubt
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
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> doubtfulExternalKeys,
            Map<String, Double> skills,
            String source,
            long at) {

        public User {
            doubtfulExternalKeys = doubtfulExternalKeys == null ? Set.of() : Set.copyOf(doubtfulExternalKeys);
        }

        /** What it was told, its state included, is in doubt. */
        public User inDoubt(long now) {
            return withState("", email, active, now);
        }

        /** True for a user who is active, or may be. */
        public boolean perhapsActive() {
            return active || fingerprint.isEmpty();
        }

        public User withState(String newFingerprint, String newEmail, boolean newActive, long now) {
            return new User(
                    id,
                    newFingerprint,
                    newEmail,
                    created,
                    newActive,
                    externalKey,
                    doubtfulExternalKeys,
                    skills,
                    source,
                    now);
        }

        /** Every external id that it carries, or may. */
        public Set<String> externalKeys() {
            Set<String> keys = new TreeSet<>(doubtfulExternalKeys);
            if (externalKey != null) {
                keys.add(externalKey);
            }
            return keys;
        }

        /** It may carry this external id from now on, or still the one it had. */
        public User withExternalKeyInDoubt(String key) {
            Set<String> doubtful = externalKeys();
            doubtful.add(key);
            return new User(id, fingerprint, email, created, active, null, doubtful, skills, source, at);
        }

        public User withExternalKey(String key) {
            return new User(id, fingerprint, email, created, active, key, Set.of(), skills, source, at);
        }

        public User withSkills(Map<String, Double> newSkills, long now) {
            return new User(
                    id, fingerprint, email, created, active, externalKey, doubtfulExternalKeys, newSkills, source, now);
        }

        public User withSource(String newSource) {
            return new User(
                    id, fingerprint, email, created, active, externalKey, doubtfulExternalKeys, skills, newSource, at);
        }
    }

    /** The presence source. */
    public record Source(String id, String name, long at) {}
}
