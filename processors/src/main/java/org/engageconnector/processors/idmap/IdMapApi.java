package org.engageconnector.processors.idmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;

/**
 * The bean {@code idMapApi} behind {@code /api/v1/mappings} and {@code /api/v1/agents} (docs/config-sync.md#rest).
 * Thread-safe.
 */
public final class IdMapApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_IDS = 1000;
    private static final int LONGEST_BODY = 1 << 20;
    private static final int PAGE = 100;

    private final Directory directory;

    public IdMapApi(Directory directory) {
        this.directory = directory;
    }

    /** {@code GET /mappings/{type}/{engageId}}. */
    public void one(Exchange exchange) {
        Optional<MappingType> type = type(exchange);
        if (type.isEmpty()) {
            return;
        }
        String engageId = exchange.getMessage().getHeader("engageId", String.class);
        Optional<Mapping> mapping = directory.find(type.get(), engageId);
        if (mapping.isPresent()) {
            JsonReply.send(exchange, 200, json(mapping.get()));
        } else {
            JsonReply.error(
                    exchange,
                    404,
                    "mapping.not.found",
                    "the ID map has no " + type.get().path() + " of that id");
        }
    }

    /** {@code POST /mappings/{type}/lookup} with {@code {"engageIds": [...]}}. */
    public void lookup(Exchange exchange) {
        Optional<MappingType> type = type(exchange);
        if (type.isEmpty()) {
            return;
        }
        Set<String> ids = ids(exchange.getMessage().getBody(String.class));
        if (ids == null) {
            JsonReply.error(exchange, 400, "bad.request", "the body must be {\"engageIds\": [\"...\"]}");
            return;
        }
        if (ids.size() > MOST_IDS) {
            JsonReply.error(exchange, 400, "too.many.ids", "at most " + MOST_IDS + " ids a request");
            return;
        }
        Map<String, Mapping> found = directory.findAll(type.get(), ids);
        List<Map<String, Object>> lines = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            Mapping mapping = found.get(id);
            if (mapping == null) {
                missing.add(id);
            } else {
                Map<String, Object> line = json(mapping);
                line.put("askedId", id);
                lines.add(line);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("found", lines);
        answer.put("missing", missing);
        JsonReply.send(exchange, 200, answer);
    }

    /** {@code GET /mappings/{type}?after=&limit=}. */
    public void page(Exchange exchange) {
        Optional<MappingType> type = type(exchange);
        if (type.isEmpty()) {
            return;
        }
        String after = exchange.getMessage().getHeader("after", String.class);
        int limit = limit(exchange.getMessage().getHeader("limit", String.class));
        if (limit < 1) {
            JsonReply.error(exchange, 400, "bad.request", "limit must be a number from 1 to " + MOST_IDS);
            return;
        }
        List<Mapping> lines = directory.page(type.get(), after == null || after.isEmpty() ? null : after, limit);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("entities", lines.stream().map(IdMapApi::json).toList());
        answer.put(
                "next",
                lines.size() < limit ? null : lines.get(lines.size() - 1).engageId());
        JsonReply.send(exchange, 200, answer);
    }

    /** {@code GET /agents}. */
    public void agents(Exchange exchange) {
        List<Map<String, Object>> agents = new ArrayList<>();
        for (Agent agent : directory.agents()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("dbid", agent.dbid());
            line.put("employeeId", agent.employeeId());
            line.put(
                    "loginCodes", agent.logins().stream().map(Agent.Login::code).toList());
            line.put(
                    "logins",
                    agent.logins().stream()
                            .map(login -> Map.of("code", login.code(), "switch", login.switchName()))
                            .toList());
            line.put("userId", agent.userId());
            agents.add(line);
        }
        JsonReply.send(exchange, 200, Map.of("agents", agents));
    }

    private static Optional<MappingType> type(Exchange exchange) {
        String word = exchange.getMessage().getHeader("type", "", String.class);
        Optional<MappingType> type = MappingType.ofPath(word);
        if (type.isEmpty()) {
            JsonReply.error(
                    exchange,
                    404,
                    "unknown.type",
                    "the types are user, queue, skill, wrapup-code, source and presence");
        }
        return type;
    }

    /** {@code null} when the body is not what it must be. */
    private static Set<String> ids(String body) {
        if (body == null || body.length() > LONGEST_BODY) {
            return null;
        }
        try {
            JsonNode ids = JSON.readTree(body).path("engageIds");
            if (!ids.isArray()) {
                return null;
            }
            Set<String> texts = new LinkedHashSet<>();
            for (JsonNode id : ids) {
                if (!id.isTextual() && !id.isIntegralNumber()) {
                    return null;
                }
                texts.add(id.asText());
            }
            return texts;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** 0 when it is no number in range. */
    private static int limit(String text) {
        if (text == null || text.isEmpty()) {
            return PAGE;
        }
        return text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= MOST_IDS ? Integer.parseInt(text) : 0;
    }

    private static Map<String, Object> json(Mapping mapping) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", mapping.type().path());
        line.put("engageId", mapping.engageId());
        line.put("genesysCloudId", mapping.genesysCloudId());
        line.put("name", mapping.name());
        line.put("state", mapping.state());
        line.put("syncedAt", Instant.ofEpochMilli(mapping.syncedAt()).toString());
        return line;
    }
}
