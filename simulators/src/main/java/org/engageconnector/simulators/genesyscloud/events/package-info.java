/**
 * The three event endpoints: the schema of the official SDK, and the state rules of
 * docs/simulators.md#rules-of-conversations, one class per family. An event that breaks a rule comes back as a per-event
 * error and changes nothing.
 */
package org.engageconnector.simulators.genesyscloud.events;
