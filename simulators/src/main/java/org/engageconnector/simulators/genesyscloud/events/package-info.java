/**
 * The three event endpoints: the schema of the official SDK, and the state rules of {@code spec/simulators.md} and
 * {@code reference/gc-worked-calls.md}, one class per family. An event that breaks a rule comes back as a per-event error and
 * changes nothing.
 */
package org.engageconnector.simulators.genesyscloud.events;
