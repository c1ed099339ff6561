/**
 * The message model: what Engage servers say, whatever carries it. Numbers, attribute ids and their names are T-Library's;
 * those of Stat Server are this project's own (docs/protocol.md). Immutable, thread-safe, no sockets.
 *
 * <p>Everybody may know this package. The bytes on the wire live in {@code tkv} below it.
 */
@NullMarked
package org.engageconnector.message;

import org.jspecify.annotations.NullMarked;
