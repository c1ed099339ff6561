package org.engageconnector.app.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.redis.RedisConnection;

/** Rows for the console's lists as another instance would publish them, and a way to scroll through them. */
final class SharedRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Scrolls through the list in 120 frames and says how long the longest took. */
    static final String SCROLL = """
            new Promise(done => {
              const box = document.querySelector('.long-scroll');
              const step = box.scrollHeight / 120;
              const gaps = [];
              let most = 0;
              let last = performance.now();
              const frame = now => {
                gaps.push(now - last);
                last = now;
                most = Math.max(most, box.querySelectorAll('li').length);
                box.scrollTop += step;
                if (gaps.length < 120) {
                  requestAnimationFrame(frame);
                } else {
                  done({rows: most, frames: gaps.length, longest: gaps.sort((a, b) => b - a).slice(0, 3).map(Math.round)});
                }
              };
              requestAnimationFrame(frame);
            })
            """;

    private SharedRows() {}

    /** As the instances publish: rows in pieces, and when each was written. */
    static void put(RedisConnection redis, String table, Map<String, byte[]> rows) {
        List<String> ids = List.copyOf(rows.keySet());
        for (int from = 0; from < ids.size(); from += 200) {
            Map<String, byte[]> piece = new HashMap<>();
            List<Object> marks = new ArrayList<>();
            for (String id : ids.subList(from, Math.min(ids.size(), from + 200))) {
                piece.put(id, rows.get(id));
                marks.add((double) redis.time());
                marks.add(id.getBytes(StandardCharsets.UTF_8));
            }
            redis.call(commands -> commands.hset(redis.keys().watch(table), piece));
            redis.call(commands -> commands.zadd(redis.keys().watch(table + ":changed"), marks.toArray()));
        }
    }

    static byte[] agent(String name, long at) throws IOException {
        return JSON.writeValueAsBytes(Map.of(
                "employeeId",
                name,
                "engageState",
                "WaitForNextCall",
                "engageSince",
                "2026-01-01T08:00:00Z",
                "sentPresence",
                "OnQueue",
                "sentRoutingStatus",
                "Idle",
                "instance",
                "other",
                "at",
                at));
    }

    static byte[] call(String uuid, long at) throws IOException {
        return JSON.writeValueAsBytes(Map.of(
                "callUuid",
                uuid,
                "conversationId",
                uuid,
                "server",
                "SIP_A",
                "type",
                "inbound",
                "since",
                "2026-01-01T08:00:00Z",
                "numbers",
                List.of("...1234"),
                "legs",
                2,
                "instance",
                "other",
                "at",
                at));
    }
}
