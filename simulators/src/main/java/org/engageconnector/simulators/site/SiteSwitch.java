package org.engageconnector.simulators.site;

import java.util.List;

/**
 * A switch: one SIP Server pair speaks for it.
 *
 * @param routePoints numbers of its route points
 * @param spareExtensions extensions in scope that belong to no agent and no place
 */
public record SiteSwitch(int dbid, String name, List<String> routePoints, List<String> spareExtensions) {}
