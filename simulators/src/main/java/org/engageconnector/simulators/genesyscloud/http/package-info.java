/**
 * A small HTTP server on loopback: requests, answers, routes, and Genesys Cloud's error body. Nothing here knows what an
 * organisation or an event is.
 */
package org.engageconnector.simulators.genesyscloud.http;
