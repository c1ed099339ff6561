package org.engageconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.platformsdk.StandIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything at once, at a site whose text is in a code page: real PostgreSQL, Redis and sockets, both simulators, the three roles with the routes that are shipped.
 */
class DemoIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"tkv", "platform-sdk"})
    void a_small_contact_centre_is_played_and_nothing_is_lost(String transport) throws Exception {
        Home home = new Home(
                Path.of("..").toAbsolutePath().normalize(),
                transport.equals(DemoTransport.TKV)
                        ? Map.of()
                        : Map.of(
                                "EX_ENGAGE_PLATFORM_SDK_PATH",
                                StandIn.asItIs().folder().toString()));
        DemoOptions options =
                new DemoOptions(12, 1, 4, 0, false, true, transport, Charset.forName("windows-1252"), null);

        ExitCode code = new Demo(home, options, print(out), print(err)).run();

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
        JsonNode report = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(report.at("/configSync/users").asInt()).isEqualTo(12);
        assertThat(report.at("/conversationEvents/expected").asInt()).isPositive();
        assertThat(report.at("/agentStateEvents/accepted").asInt()).isPositive();
        for (String kind : new String[] {"/conversationEvents", "/agentStateEvents"}) {
            for (String count : new String[] {"/lost", "/rejected", "/outOfOrder"}) {
                assertThat(report.at(kind + count).asInt(-1)).as(kind + count).isZero();
            }
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
