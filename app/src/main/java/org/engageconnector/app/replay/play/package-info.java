/** Plays the events of a log into the call engine, and keeps what belongs to one call together. */
package org.engageconnector.app.replay.play;
