/**
 * What stands behind the stand-in's public classes: the open framing of docs/protocol.md, spoken to the simulators. For tests
 * only, on no class path of ours; a folder of jars is made of it, which the transport loads as it loads the real one.
 */
package org.engageconnector.standin;
