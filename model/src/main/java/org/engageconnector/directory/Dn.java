package org.engageconnector.directory;

/**
 * A DN of a switch that is in scope, mapped or not.
 *
 * @param number unique per switch and type only
 * @param placeDbid the place it belongs to, 0 when there is none
 * @param personDbid the agent whose default place holds it, 0 when there is none
 */
public record Dn(String number, String switchName, Type type, long dbid, String name, long placeDbid, long personDbid) {

    /** What the connector makes of cfg_dn.type: 1, 4, 5, and all others, such as hunt groups, ACD queues and trunks. */
    public enum Type {
        EXTENSION,
        ROUTE_POINT,
        VIRTUAL_QUEUE,
        OTHER
    }
}
