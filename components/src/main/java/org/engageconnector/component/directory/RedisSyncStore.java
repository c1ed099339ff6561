package org.engageconnector.component.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.component.redis.Script;
import org.engageconnector.directory.SyncStore;

/** Config-sync's tables as hashes in Redis. */
public final class RedisSyncStore implements SyncStore {

    private static final Script TABLE = Script.beside(RedisSyncStore.class, "table.lua");

    private final RedisConnection redis;

    public RedisSyncStore(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public Map<String, String> read(String table) {
        Map<String, String> fields = new LinkedHashMap<>();
        redis.call(commands -> commands.hgetall(redis.keys().sync(table)))
                .forEach((field, value) -> fields.put(field, text(value)));
        return fields;
    }

    @Override
    public Map<String, String> read(String table, Collection<String> fields) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!fields.isEmpty()) {
            redis.call(commands -> commands.hmget(redis.keys().sync(table), fields.toArray(String[]::new)))
                    .forEach(field -> field.ifHasValue(value -> found.put(field.getKey(), text(value))));
        }
        return found;
    }

    @Override
    public void write(String table, Map<String, String> put, Collection<String> remove) {
        List<byte[]> arguments = new ArrayList<>(1 + remove.size() + 2 * put.size());
        arguments.add(bytes(Integer.toString(remove.size())));
        remove.forEach(field -> arguments.add(bytes(field)));
        put.forEach((field, value) -> {
            arguments.add(bytes(field));
            arguments.add(bytes(value));
        });
        redis.call(TABLE, List.of(redis.keys().sync(table)), arguments);
    }

    @Override
    public void clear(String table) {
        redis.call(commands -> commands.del(redis.keys().sync(table)));
    }

    @Override
    public Optional<String> tenantOf(String organisation) {
        byte[] tenant = redis.call(commands -> commands.get(RedisKeys.organisation(organisation)));
        return Optional.ofNullable(tenant).map(RedisSyncStore::text);
    }

    @Override
    public void bind(String organisation, String tenant) {
        redis.call(commands -> commands.set(RedisKeys.organisation(organisation), bytes(tenant)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
