package org.engageconnector.robustness;

import java.util.List;

/** Redis that dies, stands still, forgets, and networks to it that break. */
final class RedisFaults {

    private static final String AWAY = "Redis at .* is away";

    private RedisFaults() {}

    static void addTo(List<Fault> faults) {
        faults.add(new Fault(
                "redis-away-60s", "kill -9 of Redis (appendfsync always), back after 60 s", true, 62, scene -> {
                    long pid = scene.world.redis.pid();
                    scene.world.redis.kill();
                    Pause.seconds(60);
                    scene.world.redis.start(true);
                    long next = scene.world.redis.pid();
                    return end ->
                            "redis-server " + pid + " was killed, " + next + " took its place, " + end.logged(AWAY);
                }));
        faults.add(new Fault("kill-redis", "kill -9 of Redis (appendfsync always), back after 5 s", true, 7, scene -> {
            long pid = scene.world.redis.pid();
            scene.world.redis.kill();
            Pause.seconds(5);
            scene.world.redis.start(true);
            long next = scene.world.redis.pid();
            return end -> "redis-server " + pid + " was killed, " + next + " took its place, " + end.logged(AWAY);
        }));
        faults.add(new Fault("freeze-redis", "SIGSTOP of Redis for 12 s, longer than every lease", true, 14, scene -> {
            scene.world.redis.freeze();
            Pause.seconds(12);
            scene.world.redis.thaw();
            long pid = scene.world.redis.pid();
            return end -> "redis-server " + pid + " stood still for 12 s, " + end.logged(AWAY);
        }));
        faults.add(new Fault("redis-forgets", "Redis comes back as it was 10 s before", true, 12, scene -> {
            scene.world.redis.snapshot();
            Pause.seconds(10);
            scene.world.redis.restartFromSnapshot();
            long pid = scene.world.redis.pid();
            return end -> "redis-server " + pid + " started from a snapshot 10 s old, "
                    + end.logged("Redis has forgotten|" + AWAY);
        }));
        faults.add(new Fault(
                "partition", "nothing passes between the deliverer and Redis for 15 s", true, 17, scene -> {
                    ConnectorProcess owner = scene.world.deliverer(World.CALLS);
                    Link link = owner.links().redis;
                    long before = link.held();
                    link.cut(true);
                    Pause.seconds(15);
                    link.cut(false);
                    long held = link.held() - before;
                    return end -> held == 0
                            ? ""
                            : owner.instance() + " and Redis were apart for 15 s, " + held + " bytes held back, "
                                    + end.logged("Delivering conversation-events");
                }));
        faults.add(new Fault("reset-redis", "all connections to Redis are reset, five times in 5 s", true, 7, scene -> {
            int before = resets(scene);
            for (int i = 0; i < 5; i++) {
                scene.world.instances.forEach(each -> each.links().redis.reset());
                Pause.seconds(1);
            }
            int resets = resets(scene) - before;
            return end -> resets == 0 ? "" : resets + " connections were reset";
        }));
        faults.add(new Fault(
                "redis-demoted",
                "Redis becomes a replica for 20 s, its connections live, and is promoted again",
                true,
                25,
                scene -> {
                    scene.world.redis.command("REPLICAOF 127.0.0.1 1");
                    Pause.seconds(20);
                    scene.world.redis.command("REPLICAOF NO ONE");
                    return end -> end.logged("answers READONLY|this is a replica");
                }));
        faults.add(new Fault("redis-full", "Redis' maxmemory falls below what it holds for 15 s", true, 17, scene -> {
            scene.world.redis.command("CONFIG SET maxmemory 100kb");
            Pause.seconds(15);
            scene.world.redis.command("CONFIG SET maxmemory 512mb");
            return end -> end.logged("answers OOM");
        }));
        faults.add(new Fault(
                "redis-password",
                "the user gets another password, all connections are cut; the old one is valid again after 10 s",
                true,
                12,
                scene -> {
                    scene.world.redis.command("ACL SETUSER connector resetpass >another-word");
                    scene.world.redis.command("CLIENT KILL USER connector");
                    Pause.seconds(10);
                    scene.world.redis.command("ACL SETUSER connector >" + Planted.REDIS_PASSWORD);
                    return end -> end.logged("WRONGPASS");
                }));
        faults.add(new Fault(
                "slow-redis", "256 bytes at a time, 3 ms each, to and from Redis for 10 s", true, 12, scene -> {
                    long before = scene.world.instances.get(0).links().redis.slowed();
                    scene.world.instances.forEach(each -> each.links().redis.slow(3));
                    Pause.seconds(10);
                    scene.world.instances.forEach(each -> each.links().redis.slow(0));
                    long slowed = scene.world.instances.get(0).links().redis.slowed() - before;
                    return end -> slowed == 0 ? "" : slowed + " pieces were slow on one of two links";
                }));
    }

    /** Played by name only: what Engage tells while the roles start again is told to nobody, and most of a run is that. */
    static void addByNameTo(List<Fault> faults) {
        faults.add(new Fault(
                "redis-restored",
                "Redis is restored from a backup of the day before, adopted, and the roles are started again",
                true,
                40,
                RedisFaults::restore));
    }

    private static int resets(Scene scene) {
        return scene.world.instances.stream()
                .mapToInt(each -> each.links().redis.resets())
                .sum();
    }

    private static Fault.Proof restore(Scene scene) throws Exception {
        RedisProcess redis = scene.world.redis;
        String pulses = "HSET {ex:" + scene.world.tenant() + "}:pulses";
        String yesterday = " " + (System.currentTimeMillis() - 86_400_000L);
        redis.command(pulses + " a" + yesterday + " b" + yesterday + " config" + yesterday + "\r\nSAVE");
        // answered after SAVE has ended
        redis.command("PING");
        redis.keepDump();
        Pause.seconds(5);
        redis.restartFromSnapshot();
        if (!scene.awaitLog(60, "redis adopt")) {
            return end -> "";
        }
        ConnectorProcess.Printed adopted = scene.world.configSync.command("redis", "adopt", "--yes");
        for (ConnectorProcess each : scene.world.instances) {
            each.terminate();
            each.awaitEnd();
            each.start();
        }
        Pause.until(300, scene.world::ready);
        return end -> adopted.exitCode() != 0
                ? ""
                : end.logged("restored from a backup") + "; "
                        + adopted.text().lines().count() + " lines of redis adopt";
    }
}
