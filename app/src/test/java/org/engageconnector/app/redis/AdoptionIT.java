package org.engageconnector.app.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is of yesterday is laid aside and what is still true stays, in a real Redis. */
class AdoptionIT {

    private static final byte[] ANY = {1};

    private LocalRedis server;
    private RedisConnection redis;

    @BeforeEach
    void startRedis() throws IOException {
        server = LocalRedis.start();
        redis = RedisConnection.ofCommand(RedisSettings.of(server.url(), "7", "a"));
    }

    @AfterEach
    void stopRedis() throws IOException {
        redis.close();
        server.close();
    }

    @Test
    void yesterdaysEventsAndCallsAreLaidAsideAndTheIdMapStays() {
        RedisKeys keys = redis.keys();
        List<String> ofThen = List.of(
                keys.commits(),
                keys.inFlight("conversation-events"),
                keys.journal("conversation-events"),
                keys.journal("engage-events/SIP_1"),
                keys.notes("conversation-events"),
                keys.parked("conversation-events"),
                keys.state("engage-events/SIP_1"));
        List<String> stay =
                List.of(keys.directory("map:user"), keys.sync("user"), keys.journal("dead-letters"), keys.ownerships());
        for (String key : ofThen) {
            plant(key);
        }
        stay.forEach(this::plant);
        redis.call(commands -> commands.hset(keys.directory("facts"), Map.of("ready", ANY, "tenant", ANY)));
        redis.call(commands -> commands.hset(keys.sync("run"), Map.of("reconciled", ANY, "organisation", ANY)));
        redis.call(commands -> commands.hset(
                keys.bytes(),
                Map.of("conversation-events", ANY, "real:conversation-events", ANY, "dead-letters", ANY)));
        redis.call(commands -> commands.hset(keys.pulses(), "!restored", ANY));
        redis.call(commands -> commands.set("{ex:8}:j:conversation-events", ANY));

        Adoption adoption = new Adoption(redis);
        assertThat(adoption.keys()).containsExactlyInAnyOrderElementsOf(ofThen);
        assertThat(adoption.lay(adoption.keys())).isEqualTo(ofThen.size());

        assertThat(adoption.keys()).isEmpty();
        assertThat(redis.restored()).isEmpty();
        for (String key : stay) {
            assertThat(exists(key)).as(key).isTrue();
        }
        assertThat(fields(keys.directory("facts"))).containsExactly("tenant");
        assertThat(fields(keys.sync("run"))).containsExactly("organisation");
        assertThat(fields(keys.bytes())).containsExactly("dead-letters");
        assertThat(exists("{ex:8}:j:conversation-events")).isTrue();
        List<String> aside = redis.call(commands -> commands.keys(keys.prefix() + "before:*"));
        assertThat(aside).hasSize(ofThen.size());
        Long seconds = redis.call(commands -> commands.ttl(aside.get(0)));
        assertThat(seconds).isBetween(6 * 86_400L, 7 * 86_400L);
    }

    private boolean exists(String key) {
        Long found = redis.call(commands -> commands.exists(key));
        return found == 1;
    }

    private List<String> fields(String key) {
        return redis.call(commands -> commands.hkeys(key));
    }

    private void plant(String key) {
        redis.call(commands -> commands.hset(key, "field", ANY));
    }
}
