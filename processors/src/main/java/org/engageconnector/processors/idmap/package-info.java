/**
 * From Engage ids to Genesys Cloud ids: the steps that put what a rule needs of the ID map on the exchange, and the beans
 * behind its REST API. Reads {@code directory} only; no Redis, no sockets.
 */
package org.engageconnector.processors.idmap;
