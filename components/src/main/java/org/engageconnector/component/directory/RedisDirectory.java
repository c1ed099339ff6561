package org.engageconnector.component.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.component.redis.Script;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.DirectoryWriter;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory in Redis. Reads ask Redis every time; see {@link org.engageconnector.directory.Directory} for copies. */
public final class RedisDirectory implements DirectoryWriter {

    private static final Logger LOG = LoggerFactory.getLogger(RedisDirectory.class);
    private static final Script PUT = Script.beside(RedisDirectory.class, "put.lua");
    private static final Script REMOVE = Script.beside(RedisDirectory.class, "remove.lua");
    private static final Script PAGE = Script.beside(RedisDirectory.class, "page.lua");
    private static final Script REPLACE = Script.beside(RedisDirectory.class, "replace.lua");
    private static final Script CHECK = Script.beside(RedisDirectory.class, "check.lua");
    private static final Script CLEAR = Script.beside(RedisDirectory.class, "clear.lua");
    private static final String DAMAGED = "damaged";

    private final RedisConnection redis;
    private final SecretBox secrets;

    /** @param secretKey {@code ex.secret-key}; {@code null} or blank: secrets of the transaction are stored as they are */
    public RedisDirectory(RedisConnection redis, String secretKey) {
        this.redis = redis;
        this.secrets = SecretBox.of(secretKey);
    }

    @Override
    public boolean ready() {
        return fact("ready").isPresent();
    }

    @Override
    public long version() {
        List<Object> answer = check();
        return switch (text((byte[]) answer.get(0))) {
            case "OK" -> Long.parseLong(text((byte[]) answer.get(1)));
            case "NONE" -> throw RedisUnavailableException.missing("the ID map is not in Redis: config-sync writes it");
            default ->
                throw RedisUnavailableException.missing("the ID map in Redis is incomplete ("
                        + text((byte[]) answer.get(1)) + "): config-sync writes it again within a run");
        };
    }

    @Override
    public Optional<String> damage() {
        List<Object> answer = check();
        return switch (text((byte[]) answer.get(0))) {
            case "OK" -> Optional.empty();
            case "NONE" -> Optional.of("it is not there");
            default -> Optional.of(text((byte[]) answer.get(1)));
        };
    }

    @Override
    public void clear(String why) {
        List<String> all = new ArrayList<>(List.of(key("version"), key("counts")));
        for (MappingType type : MappingType.values()) {
            all.addAll(mapKeys(type).subList(1, 5));
        }
        all.addAll(List.of(key("dns"), key("facts")));
        redis.call(CLEAR, all, List.of(bytes(why)));
    }

    private List<Object> check() {
        List<String> all = new ArrayList<>(List.of(key("version"), key("counts"), key("dns"), key("facts")));
        for (MappingType type : MappingType.values()) {
            all.add(key("map:" + type.path()));
            all.add(key("alias:" + type.path()));
        }
        int hashes = all.size() - 2;
        for (MappingType type : MappingType.values()) {
            all.add(key("map:" + type.path()));
            all.add(key("order:" + type.path()));
        }
        return redis.call(CHECK, all, List.of(bytes(Integer.toString(hashes))));
    }

    /** A part that cannot be read is damage of the whole: it is noted, so that config-sync writes everything again. */
    private <T> T readable(String part, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RedisUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            redis.call(commands -> commands.hset(key("counts"), DAMAGED, bytes(part)));
            throw RedisUnavailableException.missing(
                    "the ID map in Redis cannot be read (" + part + "): config-sync writes it again within a run");
        }
    }

    @Override
    public Optional<Mapping> find(MappingType type, String engageId) {
        return Optional.ofNullable(findAll(type, List.of(engageId)).get(engageId));
    }

    @Override
    public Map<String, Mapping> findAll(MappingType type, Collection<String> engageIds) {
        Map<String, Mapping> found = new HashMap<>();
        Map<String, byte[]> lines = fields("map:" + type.path(), engageIds);
        List<String> missing =
                engageIds.stream().filter(id -> !lines.containsKey(id)).toList();
        lines.forEach((id, line) -> found.put(id, line(type, id, line)));
        if (!missing.isEmpty()) {
            Map<String, byte[]> aliased = fields("alias:" + type.path(), missing);
            Map<String, byte[]> behind = fields(
                    "map:" + type.path(),
                    aliased.values().stream().map(RedisDirectory::text).toList());
            aliased.forEach((alias, idBytes) -> {
                String id = text(idBytes);
                if (behind.containsKey(id)) {
                    found.put(alias, line(type, id, behind.get(id)));
                }
            });
        }
        return found;
    }

    @Override
    public List<Mapping> page(MappingType type, String after, int limit) {
        List<byte[]> arguments = new ArrayList<>(List.of(bytes(Integer.toString(limit))));
        if (after != null) {
            arguments.add(bytes(after));
            arguments.add(bytes(MappingLine.place(after)));
        }
        List<Object> answer =
                redis.call(PAGE, List.of(key("map:" + type.path()), key("order:" + type.path())), arguments);
        List<Mapping> page = new ArrayList<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            page.add(line(type, text((byte[]) answer.get(i)), (byte[]) answer.get(i + 1)));
        }
        return page;
    }

    @Override
    public List<Agent> agents() {
        return fact("agents")
                .map(json -> readable("agents", () -> Json.read(json, new TypeReference<List<Agent>>() {})))
                .orElse(List.of());
    }

    @Override
    public List<Dn> dns(String switchName) {
        byte[] json = fields("dns", List.of(switchName)).get(switchName);
        return json == null ? List.of() : readable("dns", () -> Json.read(json, new TypeReference<List<Dn>>() {}));
    }

    @Override
    public Optional<String> tenantName() {
        return fact("tenant").map(RedisDirectory::text);
    }

    @Override
    public Map<String, String> actionCodes() {
        return fact("actionCodes")
                .map(json ->
                        readable("actionCodes", () -> Json.read(json, new TypeReference<Map<String, String>>() {})))
                .orElse(Map.of());
    }

    @Override
    public Map<String, Map<String, String>> transaction() {
        Optional<byte[]> json = fact("transaction");
        if (json.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, String>> opened = new LinkedHashMap<>();
        readable("transaction", () -> Json.read(json.get(), new TypeReference<Map<String, Map<String, String>>>() {}))
                .forEach((section, options) -> {
                    Map<String, String> plain = new LinkedHashMap<>();
                    options.forEach((name, stored) -> secrets.open(section + "/" + name, stored)
                            .ifPresentOrElse(
                                    value -> plain.put(name, value),
                                    () -> LOG.warn(
                                            "Option {} of section {} is encrypted under another ex.secret-key and left out",
                                            name,
                                            section)));
                    opened.put(section, plain);
                });
        return opened;
    }

    @Override
    public void put(Mapping mapping, Collection<String> aliases) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(mapping.engageId()));
        arguments.add(MappingLine.json(mapping));
        arguments.add(bytes(Long.toString(mapping.syncedAt())));
        arguments.add(bytes(MappingLine.place(mapping.engageId())));
        aliases.forEach(alias -> arguments.add(bytes(alias)));
        redis.call(PUT, mapKeys(mapping.type()), arguments);
    }

    @Override
    public void remove(MappingType type, String engageId) {
        redis.call(REMOVE, mapKeys(type), List.of(bytes(engageId)));
    }

    @Override
    public void putAgents(List<Agent> agents) {
        replace("facts", "agents", Json.write(agents));
    }

    @Override
    public void putDns(String switchName, List<Dn> dns) {
        replace("dns", switchName, Json.write(dns));
    }

    @Override
    public void putTenantName(String name) {
        replace("facts", "tenant", bytes(name));
    }

    @Override
    public void putActionCodes(Map<String, String> codeToName) {
        replace("facts", "actionCodes", Json.write(new TreeMap<>(codeToName)));
    }

    @Override
    public void putTransaction(Map<String, Map<String, String>> sections) {
        Map<String, Map<String, String>> stored = new TreeMap<>();
        sections.forEach((section, options) -> {
            Map<String, String> locked = new TreeMap<>();
            options.forEach((name, value) ->
                    locked.put(name, SecretBox.secret(name) ? secrets.lock(section + "/" + name, value) : value));
            stored.put(section, locked);
        });
        replace("facts", "transaction", Json.write(stored));
    }

    @Override
    public void markReady() {
        replace("facts", "ready", bytes("1"));
        redis.call(commands -> commands.hdel(key("counts"), DAMAGED));
    }

    private void replace(String hash, String field, byte[] value) {
        redis.call(REPLACE, List.of(key("version"), key(hash), key("counts")), List.of(bytes(field), value));
    }

    private Optional<byte[]> fact(String name) {
        return Optional.ofNullable(fields("facts", List.of(name)).get(name));
    }

    private Map<String, byte[]> fields(String hash, Collection<String> names) {
        Map<String, byte[]> found = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            redis.call(commands -> commands.hmget(key(hash), names.toArray(String[]::new)))
                    .forEach(field -> field.ifHasValue(value -> found.put(field.getKey(), value)));
        }
        return found;
    }

    private List<String> mapKeys(MappingType type) {
        return List.of(
                key("version"),
                key("map:" + type.path()),
                key("order:" + type.path()),
                key("alias:" + type.path()),
                key("aliases:" + type.path()),
                key("counts"));
    }

    private Mapping line(MappingType type, String id, byte[] line) {
        return readable("map:" + type.path(), () -> MappingLine.read(type, id, line));
    }

    private String key(String part) {
        return redis.keys().directory(part);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
