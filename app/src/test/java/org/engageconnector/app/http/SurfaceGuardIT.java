package org.engageconnector.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask our ports, byte by byte: browsers of other pages, wrong hosts, wrong methods, garbage. */
class SurfaceGuardIT {

    @TempDir
    static Path noSettings;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RoleGroup role;
    private static RawHttp port;
    private static RawHttp management;

    @BeforeAll
    static void start() throws IOException {
        int number = FreePort.find();
        int managementNumber = FreePort.find();
        Map<String, String> environment = Map.ofEntries(
                Map.entry("TENANT_ID", "101"),
                Map.entry("EX_GENESYS_CLOUD_REGION", "example.com"),
                Map.entry("EX_SIP_SERVERS", "SIP_A=127.0.0.1:1"),
                Map.entry("EX_REDIS_URL", "redis://127.0.0.1:1"),
                Map.entry("EX_HTTP_HOST_NAMES", "Connector.example.com"),
                Map.entry("EX_MANAGEMENT_PORT", Integer.toString(managementNumber)),
                Map.entry("EX_CONVERSATION_PROVIDER_HTTP_PORT", Integer.toString(number)));
        Home home = new Home(Path.of("..").toAbsolutePath().normalize(), environment);
        role = new RoleGroup(
                home,
                List.of(new SettingsReader(noSettings, environment, "guard-test").read(Role.CONVERSATION_PROVIDER)));
        role.start();
        port = new RawHttp(number);
        management = new RawHttp(managementNumber);
    }

    @AfterAll
    static void stop() {
        role.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example:3650",
                "Host: 127.0.0.1.evil.example",
                "Origin: http://evil.example",
                "Origin: null",
                "Referer: http://evil.example/page",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void a_page_of_another_place_reads_nothing_on_any_port(String header) throws IOException {
        assertThat(port.ask("GET /api/v1/status HTTP/1.1", header))
                .startsWith("HTTP/1.1 403")
                .contains("\"forbidden\"");
        assertThat(port.ask("GET /observe/health HTTP/1.1", header)).startsWith("HTTP/1.1 403");
        assertThat(management.ask("GET /observe/jolokia/version HTTP/1.1", header))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void a_page_of_another_place_cannot_switch_the_role_off_and_no_get_does() throws IOException {
        String off = "POST /api/v1/activate?active=false HTTP/1.1";
        assertThat(port.ask(off, "Origin: http://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(port.ask(off, "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403");
        assertThat(port.ask("GET /api/v1/activate?active=false HTTP/1.1")).startsWith("HTTP/1.1 405");
        assertThat(port.ask("GET /api/v1/status HTTP/1.1")).contains("\"active\":true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: [::1]:3650",
                "Host: connector.example.com",
                "Origin: https://connector.example.com",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none"
            })
    void this_machine_and_a_named_proxy_are_answered(String header) throws IOException {
        assertThat(port.ask("GET /api/v1/status HTTP/1.1", header)).startsWith("HTTP/1.1 200");
    }

    @Test
    void another_port_of_this_machine_is_another_origin() throws IOException {
        assertThat(port.ask("GET /api/v1/status HTTP/1.1", "Origin: http://127.0.0.1:1"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void a_link_leads_to_the_console_and_to_nothing_else() throws IOException {
        String[] link = {
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: document",
            "Referer: http://wiki.example/"
        };
        assertThat(port.ask("GET /console/ HTTP/1.1", link)).startsWith("HTTP/1.1 200");
        assertThat(port.ask("GET /api/v1/status HTTP/1.1", link)).startsWith("HTTP/1.1 403");
        assertThat(port.ask("GET /console/ HTTP/1.1", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: iframe"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/observe/jolokia/exec/java.lang:type=Memory/gc",
                "/observe/jolokia/%65xec/java.lang:type=Memory/gc",
                "/observe/jolokia//exec/java.lang:type=Memory/gc",
                "/observe/jolokia/?p=exec/java.lang:type=Memory/gc",
                "/observe/jolokia/write/java.lang:type=Memory/Verbose/true",
                "/observe/jolokia/notification/register"
            })
    void nothing_is_changed_by_get(String path) throws IOException {
        assertThat(management.ask("GET " + path + " HTTP/1.1"))
                .startsWith("HTTP/1.1 403")
                .contains("by POST");
    }

    @ParameterizedTest
    @CsvSource({"notification, register", "write, set"})
    void requests_that_are_not_offered_are_refused_alone_and_in_bulk(String type, String command) throws IOException {
        String one = "{\"type\":\"" + type + "\",\"command\":\"" + command + "\"}";
        assertThat(jolokia(one)).contains("are offered here");
        assertThat(jolokia("[{\"type\":\"version\"}," + one + "]")).contains("are offered here");
    }

    @ParameterizedTest
    @CsvSource({"stop(), Stopped", "start(), Started", "restart(), Started"})
    void routes_are_stopped_started_and_restarted_as_hawtio_asks_for_it(String operation, String state)
            throws IOException {
        assertThat(json(exec(route("metrics-short"), operation)).path("status").asInt())
                .isEqualTo(200);
        assertThat(json(jolokia("{\"type\":\"read\",\"mbean\":%s,\"attribute\":\"State\"}"
                                .formatted(quoted(route("metrics-short")))))
                        .path("value")
                        .asText())
                .isEqualTo(state);
        assertThat(json(exec(route("metrics-short"), "start()")).path("status").asInt())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset()", "dumpRouteAsXml()", "dumpRouteStatsAsXml(boolean,boolean)"})
    void statistics_are_reset_and_routes_shown_as_hawtio_asks_for_it(String operation) throws IOException {
        String arguments = operation.contains("boolean,boolean") ? ",\"arguments\":[true,true]" : "";
        String answer = jolokia("{\"type\":\"exec\",\"mbean\":%s,\"operation\":\"%s\"%s}"
                .formatted(quoted(route("metrics-short")), operation, arguments));
        assertThat(json(answer).path("status").asInt()).as(answer).isEqualTo(200);
    }

    @Test
    void all_routes_of_a_role_are_shown_at_once() throws IOException {
        String context = "org.apache.camel:context=conversation-provider,name=\"conversation-provider\",type=context";
        assertThat(json(exec(context, "dumpRoutesAsXml()")).path("value").asText())
                .contains("metrics-short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove()", "updateRouteFromXml(java.lang.String)", "setTracing(java.lang.Boolean)"})
    void what_the_runbook_does_not_promise_stays_forbidden(String operation) throws IOException {
        assertThat(json(exec(route("metrics-short"), operation)).path("status").asInt())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/observe/health", "/observe/health/live", "/observe/health/ready", "/observe/metrics"})
    void head_is_answered_like_get_without_a_body(String path) throws IOException {
        String get = port.ask("GET " + path + " HTTP/1.1");
        String head = port.ask("HEAD " + path + " HTTP/1.1");
        assertThat(head.lines().findFirst()).isEqualTo(get.lines().findFirst());
        assertThat(head).endsWith("\r\n\r\n");
    }

    @Test
    void an_unknown_path_and_an_unknown_method_are_told_in_json() throws IOException {
        assertThat(port.ask("GET /nothing HTTP/1.1")).startsWith("HTTP/1.1 404").contains("\"code\":\"not.found\"");
        assertThat(port.ask("GET /api/v1/nothing HTTP/1.1"))
                .startsWith("HTTP/1.1 404")
                .contains("\"code\":\"not.found\"");
        assertThat(port.ask("GET /console/../../etc/passwd HTTP/1.1")).startsWith("HTTP/1.1 404");
        assertThat(port.ask("DELETE /api/v1/status HTTP/1.1"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("allow: GET")
                .contains("method.not.allowed");
        assertThat(management.ask("GET /nothing HTTP/1.1"))
                .startsWith("HTTP/1.1 404")
                .contains("not.found");
    }

    @Test
    void garbage_is_refused_without_flooding_the_log() throws IOException {
        Lines lines = new Lines();
        LoggerContext log = (LoggerContext) LogManager.getContext(false);
        log.setConfigLocation(Path.of("../config/log4j2.xml").toUri());
        lines.start();
        log.getConfiguration().getRootLogger().addAppender(lines, Level.WARN, null);
        log.updateLoggers();
        try {
            for (int i = 0; i < 100; i++) {
                port.bytes("GARBAGE " + i + " \r\n\r\n");
                port.bytes("GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n");
                port.bytes("GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
                port.bytes("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
                port.bytes(
                        "POST /api/v1/status HTTP/1.1\r\nHost: a b\r\nContent-Length: -1\r\nConnection: close\r\n\r\n");
                management.bytes("\u0016\u0003\u0001 no TLS here\r\n\r\n");
            }
            assertThat(port.ask("GET /observe/health/live HTTP/1.1")).startsWith("HTTP/1.1 200");
            assertThat(lines.written).as(lines.first).isLessThan(10);
        } finally {
            log.setConfigLocation(null);
        }
    }

    private static String route(String id) {
        return "org.apache.camel:context=conversation-provider,name=\"" + id + "\",type=routes";
    }

    private static String exec(String mbean, String operation) throws IOException {
        return jolokia("{\"type\":\"exec\",\"mbean\":%s,\"operation\":\"%s\"}".formatted(quoted(mbean), operation));
    }

    private static String quoted(String text) throws IOException {
        return JSON.writeValueAsString(text);
    }

    private static String jolokia(String body) throws IOException {
        return management.bytes(
                "POST /observe/jolokia/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static JsonNode json(String answer) throws IOException {
        return JSON.readTree(answer.substring(answer.indexOf('{')));
    }

    /** Counts what a log at the level of production would have. */
    private static final class Lines extends AbstractAppender {

        private volatile int written;
        private volatile String first = "";

        Lines() {
            super("counted", null, null, true, null);
        }

        @Override
        public synchronized void append(LogEvent event) {
            if (written++ == 0) {
                first = event.getLoggerName() + ": " + event.getMessage().getFormattedMessage() + " "
                        + event.getThrown();
            }
        }
    }
}
