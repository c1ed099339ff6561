package org.engageconnector.app.replay.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.replay.site.ReplaySite;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.engageconnector.processors.conversation.output.EventCounter;
import org.engageconnector.serverlogs.ServerLogs;
import org.engageconnector.serverlogs.event.LoggedEvent;

/**
 * Gives the events of a log to the call engine of the connector. Its clock is the time of the events: what waits falls due before
 * the next event that is later, and for twenty seconds after the last one. One thread at a time.
 */
public final class LogPlayer {

    private static final long RUN_ON = 20_000;
    private static final int TIDY_EVERY = 5_000;
    private static final String CALL = "call:";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Hears what comes of it. */
    public interface Listener {
        /** Genesys Cloud would be told this, now. */
        void told(ToldEvent event);

        /** Nothing more will be told of this call. */
        void over(CallStory story);
    }

    private final ReplaySite site;
    private final PlayCounts counts;
    private final Listener listener;
    private final CallEngine engine;
    private final CallStories stories;
    private SeenEvent current;
    private CallStory story;
    private long order;
    private int untidy;

    public LogPlayer(ReplaySite site, PlayCounts counts, Listener listener) {
        this.site = site;
        this.counts = counts;
        this.listener = listener;
        engine = new CallEngine(site.server(), site.settings(), counter());
        stories = new CallStories(listener::over);
    }

    /** Plays everything that the logs tell, to the end. */
    public void play(ServerLogs logs) throws IOException {
        logs.tell(this::play);
        end();
    }

    private void play(LoggedEvent event) {
        Family family = StreamChoice.of(event.message(), site.directory());
        counts.seen(event.message(), family, event.at());
        if (family == null) {
            return;
        }
        SeenEvent seen = new SeenEvent(order++, event.at(), family, event.message(), event.file(), event.line());
        current = seen;
        story = stories.add(seen);
        engine.event(family, event.message(), event.at(), site.directory(), this::told);
        current = null;
        if (++untidy == TIDY_EVERY) {
            tidy();
        }
    }

    private void end() {
        if (engine.clock() != Long.MIN_VALUE) {
            engine.advance(engine.clock() + RUN_ON, this::told);
        }
        stories.end();
    }

    /** The engine says which calls it has forgotten when it is asked for what changed. */
    private void tidy() {
        untidy = 0;
        List<String> gone = new ArrayList<>();
        engine.takeChanges().forEach((key, state) -> {
            if (state == null && key.startsWith(CALL)) {
                gone.add(key.substring(CALL.length()));
            }
        });
        stories.forget(gone, engine.clock());
    }

    private void told(ConversationEvent event) {
        JsonNode body;
        try {
            body = JSON.readTree(event.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine made no JSON: " + event.list(), e);
        }
        boolean released = event.due() == 0 && current != null;
        ToldEvent told = new ToldEvent(
                order++,
                event,
                body,
                EventNames.of(body, event.callUuid(), site.names()),
                List.of(event.rule()),
                released ? List.of(current) : List.of());
        counts.told(told);
        CallStory of = stories.add(told);
        if (released && of != story && !of.elsewhere().contains(current)) {
            of.elsewhere(current);
        }
        listener.told(told);
    }

    private EventCounter counter() {
        return new EventCounter() {
            @Override
            public void odd(String what, String example) {
                counts.odd(what, example);
            }

            @Override
            public void unmappedQueue(String queue) {
                counts.unmappedQueue(queue);
                if (story != null) {
                    story.unmappedQueue(queue);
                }
            }

            @Override
            public void neverSent() {
                // stories without told events say more
            }
        };
    }
}
