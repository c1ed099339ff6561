package org.engageconnector.component.journal;

import org.engageconnector.component.redis.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@link JournalPromises} on the server that {@code -Dredis.server} names: another version, Valkey. */
@EnabledIfSystemProperty(named = "redis.server", matches = ".+")
class JournalOnGivenRedisIT extends JournalPromises {

    private static TestRedis server;

    @BeforeAll
    static void startRedis() {
        server = TestRedis.givenWith();
    }

    @AfterAll
    static void stopRedis() {
        server.close();
    }

    @Override
    TestRedis server() {
        return server;
    }
}
