/** The simulators alone, for trying a deployment out. Nothing of the connector runs here. */
package org.engageconnector.demo.simulate;
