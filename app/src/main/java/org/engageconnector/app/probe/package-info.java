/**
 * {@code probe engage}: registers with a site's Engage servers as a client would, listens for a bounded time, and writes which
 * of the connector's assumptions hold there. Changes nothing; writes names, types, counts, orders and times, never a value.
 */
package org.engageconnector.app.probe;
