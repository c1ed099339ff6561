/**
 * The component {@code statserver:}: opens the statistics of every agent and hands over what Stat Server says of them. It
 * does not know what a state means; session life is that of {@code component.engage}.
 */
package org.engageconnector.component.statserver;
