package org.engageconnector.robustness;

import java.io.IOException;
import java.util.List;

/** A Redis with a replica and three Sentinels: who is the master changes, and everybody must follow. */
final class SentinelFaults {

    private SentinelFaults() {}

    static void addTo(List<Fault> faults) {
        faults.add(new Fault(
                "sentinel-kill-master", "kill -9 of the master; the Sentinels promote its replica", true, 20, scene -> {
                    RedisTrio trio = scene.world.trio();
                    RedisProcess before = trio.master();
                    before.kill();
                    RedisProcess next = trio.other(before);
                    boolean promoted = Pause.until(60, () -> RedisTrio.isMaster(next));
                    Pause.seconds(5);
                    before.start(true);
                    asReplica(before);
                    Pause.until(60, trio::complete);
                    return end ->
                            promoted ? next.port() + " became the master, " + end.logged("Redis at .* is away") : "";
                }));
        faults.add(new Fault(
                "sentinel-demote",
                "an administrator asks for a failover; the old master lives on as a replica",
                true,
                20,
                scene -> {
                    RedisTrio trio = scene.world.trio();
                    RedisProcess next = trio.other(trio.master());
                    trio.failOver();
                    boolean promoted = Pause.until(60, () -> RedisTrio.isMaster(next));
                    Pause.until(60, trio::complete);
                    return end ->
                            promoted ? next.port() + " became the master, " + end.logged("Connected to Redis") : "";
                }));
        faults.add(new Fault(
                "sentinel-split",
                "the master stands still until the Sentinels have promoted its replica, then wakes as a second master",
                true,
                25,
                scene -> {
                    RedisTrio trio = scene.world.trio();
                    RedisProcess before = trio.master();
                    RedisProcess next = trio.other(before);
                    before.freeze();
                    boolean promoted = Pause.until(60, () -> RedisTrio.isMaster(next));
                    Pause.seconds(5);
                    before.thaw();
                    Pause.until(60, trio::complete);
                    return end ->
                            promoted ? next.port() + " became the master, " + end.logged("Connected to Redis") : "";
                }));
    }

    private static void asReplica(RedisProcess back) throws IOException {
        back.command("CONFIG SET masteruser connector");
        back.command("CONFIG SET masterauth " + Planted.REDIS_PASSWORD);
    }
}
