package org.engageconnector.simulators.genesyscloud.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Genesys Cloud's page style: {@code pageNumber} from 1, {@code pageSize} 25 unless said, links to the neighbours. */
public final class Pages {

    private Pages() {}

    /** One page of a list, with totals and links. */
    public static ObjectNode page(Request request, List<? extends JsonNode> all, int mostPerPage) {
        ObjectNode page = withoutTotal(request, all, mostPerPage);
        int size = page.get("pageSize").asInt();
        int number = page.get("pageNumber").asInt();
        int pages = (all.size() + size - 1) / size;
        page.put("total", all.size()).put("pageCount", pages);
        page.put("firstUri", link(request, 1, size)).put("lastUri", link(request, Math.max(1, pages), size));
        if (number < pages) {
            page.put("nextUri", link(request, number + 1, size));
        }
        return page;
    }

    /** One page of a list that does not tell its total (queue members). */
    public static ObjectNode withoutTotal(Request request, List<? extends JsonNode> all, int mostPerPage) {
        int size = request.number("pageSize", 25, 1, Integer.MAX_VALUE);
        if (size > mostPerPage) {
            throw new Problem(400, "bad.request", "pageSize must not be more than " + mostPerPage);
        }
        int number = request.number("pageNumber", 1, 1, Integer.MAX_VALUE);
        long from = Math.min(all.size(), (number - 1L) * size);
        ObjectNode page = Json.object();
        ArrayNode entities = page.putArray("entities");
        all.subList((int) from, (int) Math.min(all.size(), from + size)).forEach(entities::add);
        page.put("pageSize", size).put("pageNumber", number).put("selfUri", link(request, number, size));
        if (number > 1) {
            page.put("previousUri", link(request, number - 1, size));
        }
        return page;
    }

    /** A list that is not paged: {@code total}, {@code entities}, {@code selfUri}. */
    public static ObjectNode whole(Request request, List<? extends JsonNode> all) {
        ObjectNode list = Json.object().put("total", all.size());
        ArrayNode entities = list.putArray("entities");
        all.forEach(entities::add);
        return list.put("selfUri", request.path());
    }

    private static String link(Request request, int number, int size) {
        return request.path() + "?pageSize=" + size + "&pageNumber=" + number;
    }
}
