/**
 * How this site's Engage servers are spoken to: options, TLS and the site's Platform SDK from the settings; connections outside
 * of any role, for checks and probes.
 */
package org.engageconnector.app.engage;
