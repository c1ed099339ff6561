/** The text of one server's log: lines, dumps of messages, values, code pages, clocks. Bytes are decoded last. */
package org.engageconnector.serverlogs.text;
