/**
 * The organisation and its provisioning endpoints, one class per group. What is public about each is in
 * {@code reference/genesys-cloud.md} 2 and 11; what is not is in docs/simulators.md. Nothing of events or HTTP transport.
 */
package org.engageconnector.simulators.genesyscloud.org;
