package org.engageconnector.simulators.genesyscloud.org;

/**
 * What an organisation allows, and how it words a conflict.
 *
 * @param sources active presence sources (one at present, by Genesys' help page)
 * @param queues queues
 * @param membersPerQueue members of one queue
 * @param conflictStatus status of {@code general.conflict}: 409, or 400 as the platform also does
 */
public record OrganisationLimits(int sources, int queues, int membersPerQueue, int conflictStatus) {

    public static final OrganisationLimits DEFAULT = new OrganisationLimits(1, 5_000, 5_000, 409);
}
