/** Faults that a test or a person switches on while the simulator runs. They say what goes wrong, not how it is carried out. */
package org.engageconnector.simulators.genesyscloud.faults;
