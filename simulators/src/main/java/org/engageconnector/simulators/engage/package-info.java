/**
 * A simulated Engage site as a whole: Config DB, Stat Server pair, SIP Server pairs, and the contact centre that plays on
 * them. {@link org.engageconnector.simulators.engage.EngageSite} is where to begin.
 *
 * <p>It may use the connector's message model and codec, and nothing of its rules: it judges them.
 */
package org.engageconnector.simulators.engage;
