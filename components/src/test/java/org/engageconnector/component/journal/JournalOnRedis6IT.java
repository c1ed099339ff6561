package org.engageconnector.component.journal;

import org.engageconnector.component.redis.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link JournalPromises} on Redis 6.2. */
class JournalOnRedis6IT extends JournalPromises {

    private static TestRedis server;

    @BeforeAll
    static void startRedis() {
        server = TestRedis.oldWith();
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
