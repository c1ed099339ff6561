/** Everything around a connector in one go, for demos, measurements and tests: Redis, an Engage site, Genesys Cloud. */
package org.engageconnector.simulators.world;
