/**
 * The open framing {@code tkv} (docs/protocol.md): bytes to {@link org.engageconnector.message.Message} and back, as plain
 * Netty handlers that any pipeline can use. It knows types and limits, not what a message means; no sessions, no Camel.
 */
@NullMarked
package org.engageconnector.message.tkv;

import org.jspecify.annotations.NullMarked;
