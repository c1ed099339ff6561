package org.engageconnector.processors.agentstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engageconnector.message.StatEvent.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays {@code agentstate/days.txt}: what Stat Server says of an agent, and what is journaled. The file explains its words. */
class AgentDaysTest {

    private static final Path DAYS = Path.of("src/test/resources/agentstate/days.txt");

    @TestFactory
    Stream<DynamicTest> days() throws IOException {
        return Stream.of(Files.readString(DAYS).split("\n== "))
                .skip(1)
                .map(day -> day.split("\n", 2))
                .map(day -> DynamicTest.dynamicTest(day[0], () -> new AgentDaysTest().play(day[1])));
    }

    private final Desk desk = new Desk();

    private void play(String day) {
        for (String line : day.split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                step(line, line.trim().split(" +"));
            }
        }
        assertThat(desk.ids).doesNotHaveDuplicates();
    }

    private void step(String line, String[] words) {
        switch (words[0]) {
            case "state" -> state(words);
            case "reason" -> desk.reason(number(words[1]), number(words[2]), words[3]);
            case "reason-of" -> desk.reasonOf(number(words[1]), number(words[2]), number(words[3]), words[4]);
            case "invalid", "valid", "removed" -> desk.say(Kind.valueOf(words[0].toUpperCase()));
            case "error" -> desk.error(number(words[1]));
            case "passes" -> passes(number(words[1]));
            case "clock" -> desk.now = number(words[1]);
            case "restart" -> desk.restart();
            case "owner" -> desk.owned = false;
            case "takeover" -> desk.takeOver();
            case "refused" ->
                desk.refuses(
                        words[1].equals("presence") ? AgentEvents.PRESENCE : AgentEvents.ROUTING_STATUS,
                        words.length > 2 ? number(words[2]) : 0);
            case "user" ->
                desk.directory = Desk.directory(desk.directory.version() + 1, words.length > 1 ? words[1] : "user-1");
            case "left" -> desk.directory = with(Map.of(), desk.directory.presenceDefinitions());
            case "no" -> without(words[1]);
            case "=" ->
                assertThat(desk.sent())
                        .as(line)
                        .containsExactlyElementsOf(
                                words.length == 1
                                        ? List.of()
                                        : List.of(line.substring(2).split(", ")));
            case "problems" ->
                assertThat(AgentProblem.of(desk.record()).stream()
                                .map(AgentProblem::label)
                                .collect(Collectors.joining(" ")))
                        .as(line)
                        .isEqualTo(line.substring("problems".length()).trim());
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void state(String[] words) {
        int status = words[1].matches("-?\\d+")
                ? number(words[1])
                : StatServerStatus.named(words[1]).orElseThrow().number();
        CallType[] type =
                words.length > 3 ? new CallType[] {CallType.named(words[3]).orElseThrow()} : new CallType[0];
        desk.stateNumber(status, number(words[2]), type);
    }

    /** While nobody owns the agent states, only time passes. */
    private void passes(int millis) {
        if (desk.owned) {
            desk.passes(millis);
        } else {
            desk.now += millis;
        }
    }

    private void without(String what) {
        if (what.equals("user")) {
            desk.directory = Desk.directory(desk.directory.version() + 1, "");
            return;
        }
        Map<String, String> definitions = new HashMap<>(desk.directory.presenceDefinitions());
        definitions.remove(what.toLowerCase());
        desk.directory = with(desk.directory.users(), definitions);
    }

    private AgentDirectory with(Map<String, String> users, Map<String, String> definitions) {
        return new AgentDirectory(
                desk.directory.version() + 1, users, definitions, "source", desk.directory.actionCodes());
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }
}
