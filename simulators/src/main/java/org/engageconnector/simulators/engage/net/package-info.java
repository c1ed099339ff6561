/**
 * The listening side of a simulated Engage server: a Camel {@code netty:tcp} route with the connector's codec, its client
 * connections, and the faults of a connection. It knows frames and sockets, not what a message means.
 */
package org.engageconnector.simulators.engage.net;
