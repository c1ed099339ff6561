package org.engageconnector.simulators.genesyscloud.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** The page on which a person watches agents and conversations: a few files, nothing from outside. */
public final class WatchPage {

    public void register(Router router) {
        serve(router, "/", "watch.html", "text/html; charset=utf-8");
        serve(router, "/simulator/watch.css", "watch.css", "text/css; charset=utf-8");
        for (String script : new String[] {"watch.js", "agents.js", "conversations.js"}) {
            serve(router, "/simulator/" + script, script, "text/javascript; charset=utf-8");
        }
        // shared with the connector's console
        serve(
                router,
                "/simulator/timeline.js",
                "/org/engageconnector/timeline/timeline.js",
                "text/javascript; charset=utf-8");
    }

    private static void serve(Router router, String path, String file, String type) {
        Answer answer = Answer.of(200, type, read(file)).with("Cache-Control", "no-cache");
        router.on("GET", path, request -> answer);
    }

    private static byte[] read(String file) {
        try (InputStream resource = WatchPage.class.getResourceAsStream(file)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
