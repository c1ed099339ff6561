package org.engageconnector.message.tkv;

import org.engageconnector.message.Message;

/**
 * A frame that was read.
 *
 * @param message what it says
 * @param bytes the frame as it came, its length included; not copied, nobody may change it
 */
public record TkvFrame(Message message, byte[] bytes) {}
