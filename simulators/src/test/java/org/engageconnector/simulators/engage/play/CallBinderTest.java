package org.engageconnector.simulators.engage.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.simulators.engage.scenario.ExpectedEvent;
import org.engageconnector.simulators.engage.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A golden call that is played keeps its shape, its times and its expectation, with other people and ids. */
class CallBinderTest {

    static List<Scenario> scenarios() {
        return Played.FILES.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void withoutShorteningEveryEventAndExpectationIsWhereItWasWritten(Scenario scenario) {
        BoundCall call = Played.bind(scenario.name(), Long.MAX_VALUE);
        for (int i = 0; i < scenario.events().size(); i++) {
            assertThat(call.events().get(i).at() - Played.START)
                    .isEqualTo(scenario.events().get(i).at());
        }
        for (int i = 0; i < scenario.expect().size(); i++) {
            assertThat(call.call().expect().get(i).at() - Played.START)
                    .isEqualTo(scenario.expect().get(i).at());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shortenedGapsMoveAnExpectedTimeTogetherWithTheEventBeforeIt(Scenario scenario) {
        BoundCall call = Played.bind(scenario.name(), 2_500);
        for (int i = 0; i < scenario.expect().size(); i++) {
            ExpectedEvent written = scenario.expect().get(i);
            int before = 0;
            for (int e = 0; e < scenario.events().size(); e++) {
                before = scenario.events().get(e).at() <= written.at() ? e : before;
            }
            assertThat(call.call().expect().get(i).at()
                            - call.events().get(before).at())
                    .as(scenario.name() + " " + written)
                    .isEqualTo(written.at() - scenario.events().get(before).at());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void noTextOfTheCastIsLeft(Scenario scenario) {
        Set<String> castTexts = new HashSet<>(Played.CAST.symbols().keySet());
        castTexts.addAll(Played.CAST.symbols().values());
        Played.CAST.agents().values().forEach(a -> castTexts.addAll(List.of(a.dn(), a.loginCode(), a.employeeId())));
        castTexts.add("41791234567");
        BoundCall call = Played.bind(scenario.name(), 2_500);
        for (TimedEvent event : call.events()) {
            for (Message.Attribute attribute : event.event().attributes()) {
                assertThat(castTexts).doesNotContain(attribute.value().toString());
            }
        }
        for (ExpectedEvent event : call.call().expect()) {
            for (String field : List.of("conversation", "user", "ani", "destinationUser", "queue")) {
                if (event.text(field) != null && !field.equals("queue")) {
                    assertThat(castTexts).doesNotContain(event.text(field));
                }
            }
        }
    }

    @Test
    void twoCallsShareNoIds() {
        CallBinder binder = Played.binder(2_500);
        Scenario scenario = Played.scenario("consult-then-complete");
        Set<Object> ids = new HashSet<>();
        int count = 0;
        for (int i = 0; i < 2; i++) {
            Set<Object> own = new HashSet<>();
            BoundCall call =
                    binder.bind(scenario, "SIP_A", Played.agents(scenario), Played.queues(), List.of(), Played.START);
            for (TimedEvent event : call.events()) {
                for (int id :
                        new int[] {TServerAttribute.CALL_UUID, TServerAttribute.CONN_ID, TServerAttribute.PARTY_UUID}) {
                    if (event.event().value(id) != null) {
                        own.add(event.event().value(id));
                    }
                }
                if (event.event().list(TServerAttribute.EXTENSIONS) != null) {
                    own.add(event.event().list(TServerAttribute.EXTENSIONS).text("VQID"));
                }
            }
            own.remove(null);
            count += own.size();
            ids.addAll(own);
        }
        assertThat(ids).hasSize(count);
        assertThat(ids)
                .filteredOn(String.class::isInstance)
                .allSatisfy(id -> assertThat((String) id).hasSize(32).matches("[0-9A-Z]+"));
    }
}
