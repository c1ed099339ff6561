package org.engageconnector.serverlogs.event;

import org.engageconnector.message.Message;

/**
 * One event that a server's log shows.
 *
 * @param message its attributes as far as the message model knows them; masked values are left out
 * @param at when it happened, milliseconds since 1970: AttributeTimeinSecs, or the line's time stamp where that is missing
 * @param byClient whether a client of the server made it up, as the router does with events of virtual queues
 * @param file the number of its file, in the order of {@code ServerLogs.files()}
 * @param line where it begins in that file, from 1
 */
public record LoggedEvent(Message message, long at, boolean byClient, int file, long line) {}
