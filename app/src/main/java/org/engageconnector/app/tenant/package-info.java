/**
 * One address shows the tenant: what the instances tell each other through Redis for the console and {@code /api/v1/tenant}.
 * Each publishes the rows that it knows and answers the questions of the others; whichever serves the page reads them. All of
 * it is bounded, may be lost at any time, and nothing else depends on it.
 */
package org.engageconnector.app.tenant;
