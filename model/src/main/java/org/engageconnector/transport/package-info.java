/**
 * How messages of Engage servers travel: what a transport does, and what it is told. No sockets and no threads of its own;
 * each transport is a class of another module.
 */
package org.engageconnector.transport;
