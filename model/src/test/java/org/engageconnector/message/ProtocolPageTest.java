package org.engageconnector.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import org.engageconnector.message.tkv.TkvException;
import org.junit.jupiter.api.Test;

/** docs/protocol.md says what the code does. */
class ProtocolPageTest {

    private static final Map<Class<?>, String> TYPES =
            Map.of(String.class, "string", Integer.class, "int", Long.class, "long", KeyValueList.class, "list");

    private final String page;

    ProtocolPageTest() throws IOException {
        page = Files.readString(Path.of("../docs/protocol.md"));
    }

    @Test
    void everyAttributeIsInItsTableWithItsType() {
        String tServer = page.substring(page.indexOf("## T-Server"), page.indexOf("## Stat Server"));
        assertTable(tServer, TServerAttribute::name, TServerAttribute::type);
        assertTable(
                page.substring(page.indexOf("## Stat Server")), StatServerAttribute::name, StatServerAttribute::type);
    }

    @Test
    void everyMessageIsInItsTable() {
        for (int number = 0; number < 1_000; number++) {
            if (TServerMessage.name(number) != null) {
                assertThat(page).contains("| " + number + " | " + TServerMessage.name(number) + " |");
            }
            if (StatServerMessage.name(number) != null) {
                assertThat(page).contains(StatServerMessage.name(number));
            }
        }
    }

    @Test
    void everyReasonIsExplained() {
        for (TkvException.Reason reason : TkvException.Reason.values()) {
            assertThat(page).contains('`' + reason.word() + '`');
        }
    }

    private static void assertTable(String text, IntFunction<String> name, IntFunction<Class<?>> type) {
        for (int id = 0; id < 1_000; id++) {
            if (name.apply(id) != null) {
                assertThat(text)
                        .contains("| " + id + " | " + name.apply(id) + " | " + TYPES.get(type.apply(id)) + " |");
            }
        }
    }
}
