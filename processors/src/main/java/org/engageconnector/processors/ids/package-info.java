/** Ids of everything sent to Genesys Cloud. Nothing random, no clock, no state. */
package org.engageconnector.processors.ids;
