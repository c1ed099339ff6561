package org.engageconnector.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.KnownSettings;
import org.engageconnector.app.validate.ValidatedSite.Printed;
import org.engageconnector.platformsdk.StandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers under a company's own authority, our certificate where they want one, and files that cannot be used. */
class OwnAuthorityIT {

    @TempDir
    static Path folder;

    private static ValidatedSite site;
    private static OwnAuthority authority;

    @BeforeAll
    static void start() throws Exception {
        site = new ValidatedSite(folder);
        authority = new OwnAuthority(folder.resolve("authority"))
                .sign("redis")
                .sign("connector")
                .sign("old", "-startdate", "-20d", "-validity", "10");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void redis_under_an_own_authority_that_wants_our_certificate() throws Exception {
        try (TlsFront redis = new TlsFront(authority.context("redis"), true, site.redisPort())) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("EX_REDIS_URL", "rediss://localhost:" + redis.port());
            expect(settings, ExitCode.UNREACHABLE).contains("ex.tls.ca-file");
            settings.put("EX_TLS_CA_FILE", authority.caFile().toString());
            expect(settings, ExitCode.UNREACHABLE).contains("redis");
            assertThat(redis.accepted.get()).isZero();
            settings.put("EX_TLS_KEY_STORE", authority.keyStore("connector").toString());
            settings.put("EX_TLS_KEY_STORE_PASSWORD", OwnAuthority.PASSWORD);
            expect(settings, ExitCode.DONE)
                    .contains("ex.tls.ca-file can be used", "ex.tls.key-store can be used", "Redis 7")
                    .doesNotContain("FAILED", "is not a setting");
            assertThat(redis.accepted.get()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tkv", "platform-sdk"})
    void engage_servers_under_an_own_authority_that_want_our_certificate(String transport) throws Exception {
        List<TlsFront> fronts = new ArrayList<>();
        try {
            Map<String, String> settings = new LinkedHashMap<>();
            for (String setting : List.of("ex.sip-servers", "ex.stat-server.primary", "ex.stat-server.backup")) {
                settings.put(KnownSettings.find(setting).environmentName(), behindTls(site.engage(setting), fronts));
            }
            settings.put("EX_ENGAGE_TRANSPORT", transport);
            settings.put(
                    "EX_ENGAGE_PLATFORM_SDK_PATH", StandIn.asItIs().folder().toString());
            settings.put("EX_ENGAGE_TLS_ENABLED", "true");
            settings.put("EX_ENGAGE_TLS_CA_FILE", authority.caFile().toString());
            expect(settings, ExitCode.UNREACHABLE).contains("ex.sip-servers", "ex.stat-server.primary");
            assertThat(fronts).allMatch(front -> front.accepted.get() == 0);
            settings.put(
                    "EX_ENGAGE_TLS_KEY_STORE", authority.keyStore("connector").toString());
            settings.put("EX_ENGAGE_TLS_KEY_STORE_PASSWORD", OwnAuthority.PASSWORD);
            expect(settings, ExitCode.DONE).doesNotContain("FAILED");
            assertThat(fronts).hasSize(4).allMatch(front -> front.accepted.get() > 0);
        } finally {
            for (TlsFront front : fronts) {
                front.close();
            }
        }
    }

    /** The same text with a port that speaks TLS in place of each that does not. */
    private static String behindTls(String addresses, List<TlsFront> fronts) {
        return Pattern.compile(":(\\d+)").matcher(addresses).replaceAll(port -> {
            try {
                fronts.add(new TlsFront(authority.context("redis"), true, Integer.parseInt(port.group(1))));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return ":" + fronts.get(fronts.size() - 1).port();
        });
    }

    @Test
    void a_ca_file_that_is_none_is_2_with_file_and_setting() throws Exception {
        Path none = Files.writeString(folder.resolve("none.pem"), "no certificate\n");
        expect(Map.of("EX_TLS_CA_FILE", none.toString()), ExitCode.USAGE)
                .contains("ex.tls.ca-file cannot be used (" + none + ")", "environment variable EX_TLS_CA_FILE")
                .contains("name a PEM file with certificates", "dependencies were not looked at");
        expect(Map.of("EX_TLS_CA_FILE", folder.resolve("away.pem").toString()), ExitCode.USAGE)
                .contains("there is no such file");
    }

    @Test
    void a_key_store_with_another_password_is_2_and_the_password_is_not_shown() throws Exception {
        expect(
                        Map.of(
                                "EX_TLS_KEY_STORE",
                                authority.keyStore("connector").toString(),
                                "EX_TLS_KEY_STORE_PASSWORD",
                                "planted-wrong-word"),
                        ExitCode.USAGE)
                .contains("ex.tls.key-store cannot be used", "its password in ex.tls.key-store-password")
                .doesNotContain("planted-wrong-word");
    }

    @Test
    void an_expired_certificate_is_2_with_the_day_on_which_it_expired() throws Exception {
        expect(port("old", "old"), ExitCode.USAGE)
                .contains("(ex.http.tls.certificate-file) expired at 20", "have it renewed");
        expect(
                        Map.of(
                                "EX_TLS_KEY_STORE",
                                authority.keyStore("old").toString(),
                                "EX_TLS_KEY_STORE_PASSWORD",
                                OwnAuthority.PASSWORD),
                        ExitCode.USAGE)
                .contains("(ex.tls.key-store) expired at 20");
    }

    @Test
    void a_key_of_another_certificate_is_2() throws Exception {
        expect(port("redis", "connector"), ExitCode.USAGE)
                .contains("ex.http.tls.key-file cannot be used", "it is not the key of the first certificate in");
        expect(port("redis", "redis"), ExitCode.DONE).contains("ex.http.tls.certificate-file can be used");
    }

    @Test
    void a_certificate_without_a_key_is_2() throws Exception {
        expect(
                        Map.of(
                                "EX_HTTP_TLS_CERTIFICATE_FILE",
                                authority.certificateFile("redis").toString()),
                        ExitCode.USAGE)
                .contains("ex.http.tls.certificate-file is set, and ex.http.tls.key-file is not");
    }

    private static Map<String, String> port(String certificate, String key) {
        return Map.of(
                "EX_HTTP_TLS_CERTIFICATE_FILE",
                authority.certificateFile(certificate).toString(),
                "EX_HTTP_TLS_KEY_FILE",
                authority.keyFile(key).toString());
    }

    private static AbstractStringAssert<?> expect(Map<String, String> changed, ExitCode code) throws Exception {
        Printed printed = site.validate(changed);
        assertThat(printed.exitCode()).as(printed.text()).isEqualTo(code);
        return assertThat(printed.text());
    }
}
