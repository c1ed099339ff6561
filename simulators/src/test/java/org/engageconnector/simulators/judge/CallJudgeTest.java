package org.engageconnector.simulators.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.engage.Unheard;
import org.engageconnector.simulators.engage.net.Hearing;
import org.engageconnector.simulators.engage.play.PlayedCall;
import org.engageconnector.simulators.engage.scenario.ExpectedEvent;
import org.junit.jupiter.api.Test;

class CallJudgeTest {

    private static final long START = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();

    private static final OrganisationNames NAMES = new OrganisationNames(
            Map.of("agentA", "user-id-A"), Map.of("VQ_Sales@SIP_A", "queue-id"), Map.of(), Map.of());

    private static final PlayedCall CALL = new PlayedCall(
            1,
            "inbound",
            "SIP_A",
            "UUID-1",
            START,
            START + 10_000,
            List.of(START, START + 1_000, START + 5_000, START + 9_000),
            List.of("agentA"),
            List.of(
                    new ExpectedEvent(START, "externalEstablished", Map.of("leg", "customer", "inbound", true)),
                    new ExpectedEvent(
                            START + 1_000,
                            "userEstablished",
                            Map.of("leg", "user-A", "user", "agentA", "invitedBy", "customer")),
                    new ExpectedEvent(
                            START + 9_000, "communicationEnded", Map.of("leg", "user-A", "disconnectType", "Self"))));

    private final List<AcceptedEvent> accepted = new ArrayList<>();

    @Test
    void a_call_told_as_expected_loses_nothing() {
        customer("C");
        user("U", "user-id-A", "C", 1_300);
        ended("U", "Self", 9_000);

        Findings findings = judge();

        assertThat(findings.lines()).isEmpty();
        assertThat(findings.expected()).isEqualTo(3);
        assertThat(findings.lostCount()).isZero();
    }

    @Test
    void an_event_that_never_came_is_lost() {
        customer("C");
        user("U", "user-id-A", "C", 1_000);

        assertThat(judge().lines()).singleElement().asString().contains("lost", "communicationEnded");
    }

    @Test
    void the_wrong_user_the_wrong_leg_and_the_wrong_time_do_not_count() {
        customer("C");
        user("U", "user-id-B", "C", 1_000);
        ended("U", "Self", 9_000);
        assertThat(judge().lostCount()).isEqualTo(1);

        accepted.clear();
        customer("C");
        user("U", "user-id-A", "C", 1_000);
        ended("C", "Self", 9_000);
        assertThat(judge().lostCount()).isEqualTo(1);

        accepted.clear();
        customer("C");
        user("U", "user-id-A", "C", 3_000);
        ended("U", "Self", 9_000);
        assertThat(judge().lostCount()).isEqualTo(1);
    }

    @Test
    void an_event_that_nobody_expects_is_mentioned() {
        customer("C");
        user("U", "user-id-A", "C", 1_000);
        ended("U", "Self", 9_000);
        ended("C", "Peer", 9_001);

        assertThat(judge().unexpectedCount()).isEqualTo(1);
    }

    @Test
    void an_event_before_the_leg_it_names_is_out_of_order() {
        ended("U", "Self", 9_000);
        user("U", "user-id-A", "C", 1_000);

        assertThat(OrderJudge.outOfOrder(accepted)).isEqualTo(1);
    }

    @Test
    void what_rests_on_evidence_that_nobody_heard_is_not_promised_and_what_came_before_it_is() {
        user("U", "user-id-A", "C", 1_000);

        Findings findings = judge(unheard(START + 4_000, START + 6_000));

        assertThat(findings.notPromisedCount()).as("the end, after 5 s").isEqualTo(1);
        assertThat(findings.lostCount()).as("the customer, at 0 s").isEqualTo(1);
    }

    @Test
    void a_time_without_sessions_excuses_nothing_when_nothing_of_the_call_was_said_in_it() {
        customer("C");
        user("U", "user-id-A", "C", 1_000);

        Findings findings = judge(unheard(START + 7_000, START + 8_500));

        assertThat(findings.notPromisedCount()).isZero();
        assertThat(findings.lostCount()).isEqualTo(1);
    }

    @Test
    void what_was_told_in_the_last_second_of_the_last_session_is_not_promised_and_what_was_told_before_is() {
        customer("C");
        user("U", "user-id-A", "C", 1_000);

        Findings onTheWay = judge(unheard(START + 9_900, START + 20_000));
        assertThat(onTheWay.notPromisedCount()).as("told 0.9 s before").isEqualTo(1);
        assertThat(onTheWay.lostCount()).isZero();

        Findings heard = judge(unheard(START + 10_001, START + 20_000));
        assertThat(heard.notPromisedCount()).isZero();
        assertThat(heard.lostCount()).as("told 1.001 s before").isEqualTo(1);
    }

    @Test
    void a_connection_that_is_found_closed_late_was_heard_until_its_process_was_killed() {
        customer("C");
        user("U", "user-id-A", "C", 1_000);
        Unheard foundLate = unheard(START + 11_000, START + 20_000);

        assertThat(judge(foundLate).lostCount()).isEqualTo(1);
        assertThat(judge(foundLate.withNobodySince(START + 9_500)).notPromisedCount())
                .isEqualTo(1);
        assertThat(judge(foundLate.withNobodySince(START + 10_001)).lostCount()).isEqualTo(1);
        assertThat(judge(unheard(START + 2_500, START + 3_000).withNobodySince(START + 9_500))
                        .lostCount())
                .as("somebody was there after all")
                .isEqualTo(1);
    }

    private Findings judge() {
        return judge(Unheard.NOTHING);
    }

    private Findings judge(Unheard unheard) {
        return new CallJudge(NAMES, accepted, unheard).judge(List.of(CALL));
    }

    private static Unheard unheard(long from, long to) {
        return new Unheard(Map.of("SIP_A", List.of(new Hearing.Span(from, to))), List.of());
    }

    private void customer(String leg) {
        add(
                "externalEstablished",
                0,
                "\"communicationId\":\"" + leg + "\",\"initialConfiguration\":{\"inbound\":true},"
                        + "\"sourceConfiguration\":{\"interactionId\":\"UUID-1\"}");
    }

    private void user(String leg, String user, String invitedBy, long after) {
        add(
                "userEstablished",
                after,
                "\"communicationId\":\"" + leg + "\",\"userId\":\"" + user
                        + "\",\"initialConfiguration\":{\"invitedBy\":\"" + invitedBy
                        + "\"},\"sourceConfiguration\":{\"interactionId\":\"UUID-1\"}");
    }

    private void ended(String leg, String type, long after) {
        add("communicationEnded", after, "\"communicationId\":\"" + leg + "\",\"disconnectType\":\"" + type + "\"");
    }

    private void add(String kind, long after, String fields) {
        String json = "{\"conversationId\":\"conversation\",\"eventDateTime\":\"" + Instant.ofEpochMilli(START + after)
                + "\"," + fields + "}";
        try {
            accepted.add(new AcceptedEvent(
                    accepted.size(),
                    "request-" + accepted.size(),
                    kind,
                    "event-" + accepted.size(),
                    START + after + 50,
                    new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
