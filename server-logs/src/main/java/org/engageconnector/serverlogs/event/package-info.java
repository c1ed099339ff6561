/** What a log gives: its events, and what of it could not be read. */
package org.engageconnector.serverlogs.event;
