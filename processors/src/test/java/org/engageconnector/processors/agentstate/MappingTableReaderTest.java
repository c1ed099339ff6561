package org.engageconnector.processors.agentstate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A mistake in the mapping file stops the role with the line and the allowed values. */
class MappingTableReaderTest {

    @Test
    void anUnknownStateNamesItsLineAndTheAllowedStates() {
        assertRefused(
                "states:\n  - {status: Lunching, presence: Busy, routingStatus: OffQueue}\n",
                "line 2",
                "WaitForNextCall");
    }

    @Test
    void anUnknownPresenceNamesItsLineAndTheAllowedPresences() {
        assertRefused(
                "reasons:\n  - {key: \"*\", value: A, presence: Lunch}\nstates:\n  - {status: \"*\", change: none}\n",
                "line 2",
                "Meal");
    }

    @Test
    void anUnknownRoutingStatusNamesItsLineAndTheAllowedValues() {
        assertRefused("states:\n  - {status: \"*\", presence: Busy, routingStatus: Gone}\n", "line 2", "NotResponding");
    }

    @Test
    void aStateWithNoRowIsNamed() {
        assertRefused(
                "states:\n  - {status: LoggedOut, presence: Offline, routingStatus: OffQueue}\n",
                "no row",
                "CallInbound");
    }

    @Test
    void aStateWithARowForSomeOfItsCallsOnlyIsNamedWithTheFirstThatHasNone() {
        String others = Arrays.stream(StatServerStatus.values())
                .filter(status -> status != StatServerStatus.CallOnHold)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        assertRefused(
                "states:\n  - {status: CallOnHold, callType: inbound, presence: Busy, routingStatus: OffQueue}\n"
                        + "  - {status: [" + others + "], change: none}\n",
                "no row for [CallOnHold with callType unknown and wasReady true]");
    }

    @Test
    void anUnknownWordIsNamedWithItsLine() {
        assertRefused(
                "states:\n  - {status: \"*\", presence: Busy, routingstatus: OffQueue}\n", "line 2", "routingStatus");
    }

    @Test
    void textThatIsNotYamlIsRefusedWithItsLine() {
        assertRefused("states:\n  - {status: [\n", "line 3", "not YAML");
    }

    private static void assertRefused(String yaml, String... words) {
        assertThatThrownBy(() -> MappingTableReader.read("mapping.yaml", new StringReader(yaml)))
                .isInstanceOf(MappingTableException.class)
                .hasMessageContainingAll(words);
    }
}
