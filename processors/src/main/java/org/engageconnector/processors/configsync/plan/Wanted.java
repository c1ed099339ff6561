package org.engageconnector.processors.configsync.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the organisation should hold, computed from a snapshot.
 *
 * @param tenantName of the Config DB
 * @param skills names
 * @param wrapUpCodes Genesys Cloud name by Engage name
 * @param queues by DBID of the virtual queue
 * @param users by DBID of the person
 * @param skipped persons who are active but cannot be synced now; their users stay as they are
 * @param problems why they cannot, and other oddities of the input
 */
public record Wanted(
        String tenantName,
        Set<String> skills,
        Map<String, String> wrapUpCodes,
        Map<Long, Queue> queues,
        Map<Long, User> users,
        Set<Long> skipped,
        List<Problem> problems) {

    /** @param skills proficiency 0 to 5 by skill name */
    public record User(long dbid, String name, String email, Map<String, Double> skills) {

        public User {
            skills = new TreeMap<>(skills);
        }

        public String fingerprint() {
            return fingerprint(name, email, true);
        }

        /** As {@link #fingerprint()}, for what was seen in Genesys Cloud. */
        public static String fingerprint(String name, String email, boolean active) {
            return Fingerprint.of(name, identity(email), active);
        }

        /** E-mails are compared without case. */
        public static String identity(String email) {
            return email == null ? "" : email.trim().toLowerCase(Locale.ROOT);
        }
    }

    /** @param members DBIDs of persons that are in {@link Wanted#users()} */
    public record Queue(long dbid, String name, String description, String peerId, Set<Long> members) {

        public String fingerprint() {
            return fingerprint(name, description, peerId);
        }

        /** As {@link #fingerprint()}, for what was seen in Genesys Cloud. */
        public static String fingerprint(String name, String description, String peerId) {
            return Fingerprint.of(name, description == null ? "" : description, peerId);
        }
    }
}
