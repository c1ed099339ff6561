package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.engageconnector.processors.conversation.state.Basis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the order they are written, golden scenarios give exactly what they expect: events, order, milliseconds. */
class GoldenAsWrittenTest {

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void asWritten(GoldenCase golden) {
        List<Told> told = Play.of(golden, golden.events, 1).stream()
                .map(sent -> Told.of(sent, golden))
                .toList();
        List<Told> expected =
                golden.expect.stream().map(line -> Told.of(line, golden)).toList();
        assertThat(Told.normal(told)).isEqualTo(Told.normal(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_event_names_the_rule_that_tells_it(GoldenCase golden) throws IOException {
        String rules = Files.readString(Path.of("../docs/call-rules.md"));
        for (ConversationEvent sent : Play.of(golden, golden.events, 1)) {
            assertThat(sent.rule()).as(sent.list()).matches("[CQUTDE][1-9]");
            assertThat(rules).contains("<a id=\"" + sent.rule().toLowerCase(Locale.ROOT) + "\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void sayingEverythingTwiceChangesNothing(GoldenCase golden) {
        List<Told> once = Play.of(golden, golden.events, 1).stream()
                .map(sent -> Told.of(sent, golden))
                .toList();
        List<Told> twice = Play.of(golden, golden.events, 2).stream()
                .map(sent -> Told.of(sent, golden))
                .toList();
        assertThat(Told.normal(twice)).isEqualTo(Told.normal(once));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_told_event_names_the_message_that_made_it_and_no_outside_number(GoldenCase golden) {
        for (ConversationEvent event : Play.of(golden, golden.events, 1)) {
            Basis basis = event.basis();
            assertThat(basis.source().name()).as(event.list()).startsWith("Event");
            assertThat(golden.events)
                    .as(event.list() + " " + basis)
                    .anyMatch(said -> said.at() == basis.at()
                            && said.family() == basis.family()
                            && said.message().number() == basis.source().message()
                            && said.line() + 1 == basis.source().sequence());
            if (basis.dn() != null) {
                assertThat(golden.cast.kind(basis.dn())).isNotEqualTo(SiteDirectory.DnKind.UNKNOWN);
            }
            if (event.rule().equals("D2")) {
                assertThat(basis.waitedUntil()).isGreaterThan(basis.at());
            }
        }
    }
}
