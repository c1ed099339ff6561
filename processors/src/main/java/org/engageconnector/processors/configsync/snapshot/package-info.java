/**
 * The Config DB as one consistent picture: the queries and their checks, the connection that every query of a run shares, and
 * the plain records that the rows become. Nothing here knows Genesys Cloud.
 */
package org.engageconnector.processors.configsync.snapshot;
