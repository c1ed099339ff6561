/**
 * A strict Genesys Cloud for tests, the demo, and trying a deployment out. {@code GenesysCloudSimulator} is the way in; the
 * packages below hold the parts. Knows nothing of the connector's rules.
 */
package org.engageconnector.simulators.genesyscloud;
