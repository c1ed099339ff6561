/**
 * The one Redis client of the process: connecting, time limits, scripts, key names, and the check of how the server is set up.
 * It knows no journal and no directory; those borrow it and never close it.
 */
package org.engageconnector.component.redis;
