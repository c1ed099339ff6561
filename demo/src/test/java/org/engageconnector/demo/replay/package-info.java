/** Golden calls and demos, written as logs by the simulated SIP Servers and replayed. */
package org.engageconnector.demo.replay;
