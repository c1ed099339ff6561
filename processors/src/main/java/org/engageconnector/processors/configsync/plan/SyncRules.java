package org.engageconnector.processors.configsync.plan;

/**
 * The settings that decide what the organisation should hold.
 *
 * @param tenant DBID of the tenant
 * @param emailDomain for persons without an e-mail; {@code null} or empty: they are skipped
 * @param skillLevelMax the Engage level that becomes proficiency 5; at least 1
 */
public record SyncRules(long tenant, String emailDomain, int skillLevelMax) {

    /** The authority of every external id that the connector gives to a user. */
    public static final String AUTHORITY = "engage-connector";

    public SyncRules {
        if (skillLevelMax < 1) {
            throw new IllegalArgumentException(
                    "ex.config-sync.skill-level-max is " + skillLevelMax + "; use 1 or more");
        }
    }

    /** External id of a person's user and peerId of a virtual queue's queue: {@code <tenant>:<dbid>}. */
    public String externalKey(long dbid) {
        return tenant + ":" + dbid;
    }

    /** The presence source of the tenant. */
    public String sourceName(String tenantName) {
        return "Engage " + tenantName;
    }
}
