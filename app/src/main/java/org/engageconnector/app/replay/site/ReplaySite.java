package org.engageconnector.app.replay.site;

import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.state.EngineSettings;

/**
 * The site as the engine is told of it.
 *
 * @param server the switch's name, part of every id
 * @param names what the ids of the directory stand for
 * @param from where this is known from, in words
 */
public record ReplaySite(
        String server, SiteDirectory directory, SiteNames names, EngineSettings settings, String from) {}
