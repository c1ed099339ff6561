package org.engageconnector.component.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ID map, agents, DNs and tables in a real Redis. */
class RedisDirectoryIT {

    private static TestRedis server;

    private RedisConnection redis;
    private RedisDirectory directory;

    @BeforeAll
    static void startRedis() {
        server = TestRedis.with();
    }

    @AfterAll
    static void stopRedis() {
        server.close();
    }

    @BeforeEach
    void connect() {
        redis = server.connect("a");
        directory = new RedisDirectory(redis, "a long random key");
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void aMappingIsFoundByItsIdAndByEveryAlias() {
        Mapping ann = user("101", "Ann", 5);
        directory.put(ann, List.of("employeeId:E1", "login:7001@SIP_1"));

        assertThat(directory.find(MappingType.USER, "101")).contains(ann);
        assertThat(directory.findAll(MappingType.USER, List.of("login:7001@SIP_1", "employeeId:E1", "employeeId:E2")))
                .containsOnlyKeys("login:7001@SIP_1", "employeeId:E1")
                .containsValue(ann);
        assertThat(directory.find(MappingType.QUEUE, "101")).isEmpty();
    }

    @Test
    void anAliasThatMovesBelongsToItsNewOwnerOnly() {
        directory.put(user("101", "Ann", 1), List.of("login:7001@SIP_1"));
        directory.put(user("102", "Bob", 1), List.of("login:7001@SIP_1"));
        directory.put(user("101", "Ann", 2), List.of());

        assertThat(directory.find(MappingType.USER, "login:7001@SIP_1"))
                .map(Mapping::name)
                .contains("Bob");
        directory.remove(MappingType.USER, "102");
        assertThat(directory.find(MappingType.USER, "login:7001@SIP_1")).isEmpty();
        assertThat(directory.find(MappingType.USER, "102")).isEmpty();
    }

    @Test
    void theVersionGrowsWithChangesAndNotWithRepetitions() {
        directory.put(user("101", "Ann", 1), List.of("employeeId:E1"));
        long first = directory.version();
        assertThat(first).isPositive();

        directory.put(user("101", "Ann", 99), List.of("employeeId:E1"));
        assertThat(directory.version()).isEqualTo(first);
        assertThat(directory.find(MappingType.USER, "101"))
                .map(Mapping::syncedAt)
                .contains(99L);

        directory.put(user("101", "Anna", 99), List.of("employeeId:E1"));
        assertThat(directory.version()).isGreaterThan(first);
    }

    @Test
    void a_directory_that_is_not_there_or_not_whole_is_waited_for_and_never_read_as_nothing_is_mapped() {
        assertThat(directory.damage()).isPresent();
        assertThatThrownBy(directory::version).isInstanceOf(RedisUnavailableException.class);

        directory.put(user("101", "Ann", 1), List.of("employeeId:E1"));
        directory.markReady();
        assertThat(directory.damage()).isEmpty();

        redis.call(commands -> commands.del(redis.keys().directory("map:user")));
        assertThat(directory.damage())
                .hasValueSatisfying(what -> assertThat(what).endsWith("map:user"));
        assertThatThrownBy(directory::version).hasMessageContaining("incomplete");

        directory.clear("map:user");
        assertThat(directory.damage()).contains("map:user");
        directory.put(user("101", "Ann", 1), List.of("employeeId:E1"));
        directory.markReady();
        assertThat(directory.damage()).isEmpty();
    }

    @Test
    void a_line_that_cannot_be_read_is_damage_of_the_whole_and_no_fault_of_who_asks() {
        directory.put(user("101", "Ann", 1), List.of());
        directory.markReady();
        redis.call(commands -> commands.hset(redis.keys().directory("map:user"), "101", "rubbish".getBytes()));

        assertThatThrownBy(() -> directory.find(MappingType.USER, "101")).isInstanceOf(RedisUnavailableException.class);
        assertThat(directory.damage()).contains("map:user");
    }

    @Test
    void pagesFollowTheOrderOfIdsEvenWhenTheLastOneSeenIsGone() {
        IntStream.of(9, 100, 20, 3).forEach(dbid -> directory.put(user(Integer.toString(dbid), "x", 1), List.of()));

        assertThat(directory.page(MappingType.USER, null, 3))
                .extracting(Mapping::engageId)
                .containsExactly("3", "9", "20");
        directory.remove(MappingType.USER, "20");
        assertThat(directory.page(MappingType.USER, "20", 3))
                .extracting(Mapping::engageId)
                .containsExactly("100");
        assertThat(directory.page(MappingType.USER, "100", 3)).isEmpty();
    }

    @Test
    void every_mapping_is_handed_over_once_and_in_order_however_many_pages_they_fill() {
        List<String> ids = IntStream.rangeClosed(1, 2 * Directory.PAGE)
                .mapToObj(Integer::toString)
                .toList();
        ids.forEach(id -> directory.put(user(id, "x", 1), List.of()));
        List<String> handedOver = new ArrayList<>();

        directory.forEach(MappingType.USER, mapping -> handedOver.add(mapping.engageId()));

        assertThat(handedOver).isEqualTo(ids);
    }

    @Test
    void agentsDnsAndTenantAreWhatWasPut() {
        Agent agent = new Agent(101, "E1", "ann", List.of(new Agent.Login("7001", "SIP_1")), 5, null);
        Dn dn = new Dn("1001", "SIP_1", Dn.Type.EXTENSION, 7, "ext", 5, 101);
        directory.putAgents(List.of(agent));
        directory.putDns("SIP_1", List.of(dn));
        directory.putTenantName("Environment");
        directory.putActionCodes(Map.of("1", "Lunch"));
        assertThat(directory.actionCodes()).containsExactly(Map.entry("1", "Lunch"));
        long version = directory.version();
        directory.putAgents(List.of(agent));

        assertThat(directory.agents()).containsExactly(agent);
        assertThat(directory.dns("SIP_1")).containsExactly(dn);
        assertThat(directory.dns("SIP_2")).isEmpty();
        assertThat(directory.tenantName()).contains("Environment");
        assertThat(directory.version()).isEqualTo(version);
        assertThat(directory.ready()).isFalse();
        directory.markReady();
        assertThat(directory.ready()).isTrue();
    }

    @Test
    void secretsOfTheTransactionAreEncryptedInRedis() {
        Map<String, Map<String, String>> sections =
                Map.of("config_sync", Map.of("client_id", "id-1", "client_secret", "very-secret"));
        directory.putTransaction(sections);
        long version = directory.version();
        directory.putTransaction(sections);

        assertThat(directory.transaction()).isEqualTo(sections);
        assertThat(directory.version()).isEqualTo(version);
        byte[] stored = redis.call(commands -> commands.hget(redis.keys().directory("facts"), "transaction"));
        assertThat(new String(stored)).contains("id-1").doesNotContain("very-secret");
        assertThat(new RedisDirectory(redis, "another key").transaction().get("config_sync"))
                .containsOnlyKeys("client_id");
    }

    @Test
    void aTableOfConfigSyncChangesInOneGo() {
        RedisSyncStore store = new RedisSyncStore(redis);
        store.write("fingerprints", Map.of("user/1", "aa", "user/2", "bb"), List.of());
        store.write("fingerprints", Map.of("user/2", "cc"), List.of("user/1"));

        assertThat(store.read("fingerprints")).containsExactly(Map.entry("user/2", "cc"));
        assertThat(store.read("fingerprints", List.of("user/1", "user/2"))).containsOnlyKeys("user/2");
        store.bind("org-1", "101");
        assertThat(store.tenantOf("org-1")).contains("101");
        assertThat(store.tenantOf("org-2")).isEmpty();
        store.clear("fingerprints");
        assertThat(store.read("fingerprints")).isEmpty();
    }

    private static Mapping user(String dbid, String name, long syncedAt) {
        return new Mapping(MappingType.USER, dbid, "gc-" + dbid, name, "active", syncedAt);
    }
}
