/**
 * What the simulator remembers for assertions: every posted event and its fate, and counters. Plain data; bounded by settings;
 * no rules and no HTTP.
 */
package org.engageconnector.simulators.genesyscloud.memory;
