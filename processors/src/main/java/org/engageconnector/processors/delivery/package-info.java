/**
 * The rules of delivery to Genesys Cloud: when a request may leave (pacer), what it contains (batch) and what an answer means.
 * Time, randomness and answers are arguments, so everything here runs on virtual time. No Redis, no sockets; Camel only in
 * the beans that a route names. Source: docs/delivery.md.
 */
package org.engageconnector.processors.delivery;
