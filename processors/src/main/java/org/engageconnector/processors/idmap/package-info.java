/**
 * From Engage ids to Genesys Cloud ids: which version of it Redis has, for the copies that the rules' own steps keep,
 * and the beans behind its REST API. Reads {@code directory} only; no Redis, no sockets.
 */
package org.engageconnector.processors.idmap;
