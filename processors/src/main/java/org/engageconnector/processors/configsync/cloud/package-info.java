/**
 * How config-sync talks to Genesys Cloud: one request at a time through the role's pacer, with retries where a retry is safe,
 * and look-ups page by page. The requests themselves leave through a camel-http endpoint named in the routes.
 */
package org.engageconnector.processors.configsync.cloud;
