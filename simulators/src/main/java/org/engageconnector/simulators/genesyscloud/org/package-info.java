/**
 * The organisation and its provisioning endpoints, one class per group. They answer as Genesys Cloud's
 * public documentation says; where it says nothing, as docs/simulators.md#where-nothing-is-published does. Nothing of events
 * or HTTP transport.
 */
package org.engageconnector.simulators.genesyscloud.org;
