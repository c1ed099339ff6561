package org.engageconnector.component.journal;

import org.engageconnector.component.redis.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link JournalPromises} on Redis 7.0. */
class JournalOnRedis7IT extends JournalPromises {

    private static TestRedis server;

    @BeforeAll
    static void startRedis() {
        server = TestRedis.with();
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
