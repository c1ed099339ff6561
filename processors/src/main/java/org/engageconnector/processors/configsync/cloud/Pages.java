package org.engageconnector.processors.configsync.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a list that comes in pages. */
public final class Pages {

    /** Entities a request; the most that every list allows. */
    public static final int SIZE = 100;

    private static final int MOST_PAGES = 10_000;

    private Pages() {}

    /** All entities of a list that has {@code pageNumber} and {@code pageSize}. */
    public static List<JsonNode> all(Cloud cloud, String path) {
        List<JsonNode> all = new ArrayList<>();
        each(cloud, path, all::add);
        return all;
    }

    /** As {@link #all}, handed over page by page: what was read before a page is refused is not lost. */
    public static void each(Cloud cloud, String path, Consumer<JsonNode> reader) {
        char joint = path.indexOf('?') < 0 ? '?' : '&';
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode body = cloud.must("GET", path + joint + "pageSize=" + SIZE + "&pageNumber=" + page, null);
            JsonNode entities = body.path("entities");
            entities.forEach(reader);
            if (entities.isEmpty() || last(body, page, entities.size())) {
                break;
            }
        }
    }

    /** Members have no total: only a page that is not full, or no nextUri where the server gives them, is the last. */
    private static boolean last(JsonNode body, int page, int entities) {
        if (body.hasNonNull("pageCount")) {
            return page >= body.path("pageCount").asInt();
        }
        if (body.hasNonNull("nextUri")) {
            return false;
        }
        return entities < body.path("pageSize").asInt(SIZE);
    }
}
