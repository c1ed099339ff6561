package org.engageconnector.processors.conversation.evidence;

/**
 * What the engine needs to know of one switch and of the ID map. Answers come from memory and never block; every method
 * answers {@code null} for what it does not know. A {@code null} argument is unknown.
 */
public interface SiteDirectory {

    /** What a DN number is on this switch. */
    enum DnKind {
        EXTENSION,
        ROUTE_POINT,
        VIRTUAL_QUEUE,
        /** In no list of the switch: an outside number. */
        UNKNOWN,
        /** Any other DN of the switch, such as a hunt group, an ACD queue or a trunk: it makes no leg. */
        OTHER
    }

    DnKind kind(String dn);

    /** The agent (person DBID) behind a login code, which is what AgentID carries. */
    String agentOfLogin(String loginCode);

    /** The agent whose default place holds the DN. */
    String agentOfPlace(String dn);

    /** The Genesys Cloud user of an agent. */
    String userOf(String agent);

    /** The Genesys Cloud queue of a virtual queue. */
    String queueOf(String virtualQueue);

    /** The Genesys Cloud wrap-up code of an attached value: Engage name first, then display name; case counts. */
    String wrapUpCodeOf(String value);

    /** The id under which Genesys Cloud knows this platform (sourceId). */
    String sourceId();
}
