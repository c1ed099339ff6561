/**
 * The fault suite: plays calls against real connector processes, breaks something, and judges by the expectations of the
 * played scenarios. It starts and kills processes by their ids and shares no class with the connector's rules.
 */
package org.engageconnector.robustness;
