/**
 * A wall clock that jumps, inside the process of an instance. It is an agent of the JVM that the suite puts there; nothing in
 * the connector knows of it.
 */
package org.engageconnector.robustness.clock;
