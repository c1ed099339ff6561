package org.engageconnector.simulators.world;

import java.io.IOException;
import org.engageconnector.simulators.FreePort;
import redis.embedded.RedisServer;

/** A real redis-server on a free port of loopback that keeps nothing on disk. Closed, it ends. */
public final class LocalRedis implements AutoCloseable {

    private final RedisServer server;
    private final int port = FreePort.find();

    private LocalRedis(String maxmemory) throws IOException {
        server = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("maxmemory " + maxmemory)
                .build();
        server.start();
    }

    /** With all the memory that it asks for. */
    public static LocalRedis start() throws IOException {
        return start("0");
    }

    /** @param maxmemory in Redis' own words, such as {@code 512mb} */
    public static LocalRedis start(String maxmemory) throws IOException {
        return new LocalRedis(maxmemory);
    }

    /** As {@code ex.redis.url} wants it. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
