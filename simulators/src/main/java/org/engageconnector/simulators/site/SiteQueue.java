package org.engageconnector.simulators.site;

/**
 * A virtual queue.
 *
 * @param dbid DBID of the DN
 * @param number its DN, unique per switch only
 * @param alias the name it has for people; {@code null} when it has none
 * @param agentGroup the agent group that it serves; {@code null} for none
 * @param groupInAnnex whether the annex names the group; else the group is found by the queue's alias or number
 * @param mapped false for the queue that Genesys Cloud refuses, so that it never gets into the ID map
 */
public record SiteQueue(
        int dbid,
        String switchName,
        String number,
        String alias,
        String agentGroup,
        boolean groupInAnnex,
        boolean mapped) {

    /** The name it is to have in Genesys Cloud: alias, else number (docs/config-sync.md#what-it-becomes). */
    public String displayName() {
        return alias == null ? number : alias;
    }
}
