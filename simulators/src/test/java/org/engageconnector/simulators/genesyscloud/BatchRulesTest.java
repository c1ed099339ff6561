package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.simulators.genesyscloud.WorkedCall.Line;
import org.engageconnector.simulators.genesyscloud.events.EventIntake;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.EventChoice;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchRulesTest {

    private static final String PATH = "/api/v2/events/conversations";

    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;
    private Script call;

    @BeforeEach
    void start() {
        start(false);
    }

    private void start(boolean malformedFailsRequest) {
        simulator = GenesysCloudSimulator.builder()
                .rules(new EventIntake.Rules(malformedFailsRequest, true, 1_000, 10_000))
                .start();
        organisation = new FilledOrganisation(simulator);
        caller = Caller.of(simulator, "conversation-provider");
        call = new Script(organisation);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_request_without_events_or_with_more_than_a_hundred_is_refused_as_a_whole() {
        assertThat(code(post("{}"), 400)).isEqualTo("zero.events.submitted");
        assertThat(code(post("{\"holdUpdatedEvents\":[]}"), 400)).isEqualTo("zero.events.submitted");

        List<Line> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add(i % 2 == 0 ? new Script(organisation).customer() : call.held("customer", true));
        }
        assertThat(code(caller.post(PATH, WorkedCall.batch(many)), 400)).isEqualTo("max.batch.size.surpassed");
        assertThat(simulator.accepted()).isEmpty();
    }

    @Test
    void a_request_of_more_than_512000_bytes_is_a_413() {
        Line line = call.customer();
        line.event().put("aniName", "x".repeat(512_000));

        assertThat(code(caller.post(PATH, WorkedCall.batch(List.of(line))), 413))
                .isEqualTo("request.entity.too.large");
    }

    @Test
    void a_body_without_measure_is_not_read_to_its_end() {
        HttpResponse<String> answer = post("[" + " ".repeat(3_000_000) + "]");

        assertThat(code(answer, 413)).isEqualTo("request.entity.too.large");
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
    }

    @Test
    void what_is_not_json_not_an_object_or_a_list_nobody_knows_is_a_400() {
        assertThat(code(post("{"), 400)).isEqualTo("bad.request");
        assertThat(code(post("[]"), 400)).isEqualTo("bad.request");
        assertThat(code(post("{\"phantomEvents\":[{}]}"), 400)).isEqualTo("invalid.property");
        assertThat(code(post("{\"holdUpdatedEvents\":{}}"), 400)).isEqualTo("invalid.value");
    }

    @Test
    void a_malformed_event_fails_alone_and_says_what_is_wrong() {
        Line good = call.customer();
        assertThat(malformed(good, event -> event.remove("communicationId")))
                .isEqualTo("constraint.validation: communicationId: is required");
        assertThat(malformed(good, event -> event.put("colour", "red")))
                .isEqualTo("invalid.property: Property colour is not known");
        assertThat(malformed(good, event -> event.put("conversationId", "42")))
                .isEqualTo("invalid.value: conversationId: is not a V4 UUID");
        assertThat(malformed(good, event -> event.put("conversationId", "c0100000-0000-1000-8000-000000000001")))
                .isEqualTo("invalid.value: conversationId: is not a V4 UUID");
        assertThat(malformed(good, event -> event.put("eventDateTime", "yesterday")))
                .startsWith("invalid.date: eventDateTime: is not");
        assertThat(malformed(good, event -> event.put("eventDateTime", "2026-02-30T10:00:00.000Z")))
                .startsWith("invalid.date: eventDateTime: is not a date");
        assertThat(malformed(good, event -> event.put("ani", 42)))
                .isEqualTo("invalid.value: ani: is not of the right type");
        assertThat(malformed(
                        good, event -> event.withObject("initialConfiguration").put("ringing", true)))
                .isEqualTo("invalid.property: Property ringing is not known");
        Line ended = call.ended("customer");
        assertThat(malformed(ended, event -> event.put("disconnectType", "OutdatedSdkVersion")))
                .isEqualTo("invalid.value: disconnectType: is not one of the known values");

        ObjectNode both = WorkedCall.batch(List.of(good));
        both.withArray("externalEstablishedEvents").addObject().put("eventId", "broken");
        JsonNode errors = Caller.json(caller.post(PATH, both)).path("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.path(0).path("eventId").asText()).isEqualTo("broken");
        assertThat(simulator.accepted()).hasSize(1);
    }

    @Test
    void by_a_switch_a_malformed_event_fails_its_whole_request() {
        stop();
        start(true);
        ObjectNode both = WorkedCall.batch(List.of(call.customer()));
        both.withArray("externalEstablishedEvents").addObject().put("eventId", "broken");

        assertThat(code(caller.post(PATH, both), 400)).isEqualTo("constraint.validation");
        assertThat(simulator.accepted()).isEmpty();
    }

    @Test
    void inside_a_request_the_time_of_the_event_is_the_order() {
        Line customer = call.customer();
        Line agent = call.ringing("agent", organisation.userA);
        Line answered = call.answered("agent");

        assertThat(errors(List.of(answered, agent, customer))).isEmpty();
        assertThat(simulator.accepted())
                .extracting(event -> event.list())
                .containsExactly("externalEstablishedEvents", "userEstablishedEvents", "communicationAnsweredEvents");
    }

    @Test
    void an_event_that_is_not_later_than_the_last_accepted_one_is_refused_for_good() {
        Line customer = call.customer();
        Line late = call.queue("queue");
        Line agent = call.ringing("agent", organisation.userA);
        assertThat(errors(List.of(customer, agent))).isEmpty();

        JsonNode refused = errors(List.of(late)).path(0);
        assertThat(refused.path("message").asText()).contains("not later than");
        assertThat(refused.path("retryable").asBoolean(true)).isFalse();

        Line sameTime = call.queue("queue");
        sameTime.event().set("eventDateTime", agent.event().get("eventDateTime"));
        assertThat(errors(List.of(sameTime))).hasSize(1);
        assertThat(simulator.summary().outOfOrder()).isEqualTo(2);
    }

    @Test
    void an_event_id_that_was_accepted_is_taken_again_when_its_content_is_equal_and_refused_when_not() {
        Line customer = call.customer();
        assertThat(errors(List.of(customer))).isEmpty();
        assertThat(errors(List.of(call.ringing("agent", organisation.userA)))).isEmpty();

        assertThat(errors(List.of(customer))).isEmpty();
        assertThat(simulator.summary().repeated()).isEqualTo(1);
        assertThat(simulator.summary().accepted()).isEqualTo(2);

        customer.event().put("dnis", "other");
        JsonNode changed = errors(List.of(customer)).path(0);
        assertThat(changed.path("message").asText()).contains("other content");
        assertThat(changed.path("retryable").asBoolean(true)).isFalse();
    }

    @Test
    void after_a_retryable_refusal_the_rest_of_the_conversation_in_the_request_is_retryable_too() {
        simulator.addFault(
                Fault.events(Kind.RETRYABLE_EVENTS, PATH, new EventChoice("userEstablishedEvents", "", 1), 1));
        Script other = new Script(organisation);
        List<Line> lines = List.of(
                call.customer(), call.ringing("agent", organisation.userA), call.answered("agent"), other.customer());

        JsonNode errors = errors(lines);
        assertThat(errors).hasSize(2).allMatch(error -> error.path("retryable").asBoolean());
        assertThat(simulator.accepted()).hasSize(2);

        assertThat(errors(lines)).isEmpty();
        assertThat(simulator.summary().accepted()).isEqualTo(4);
    }

    @Test
    void a_poison_event_is_refused_for_good_and_the_others_go_on() {
        simulator.addFault(Fault.events(Kind.POISON_EVENTS, PATH, new EventChoice("holdUpdatedEvents", "", 1), 0));

        JsonNode errors = errors(List.of(call.customer(), call.held("customer", true), call.ended("customer")));

        assertThat(errors).hasSize(1);
        assertThat(errors.path(0).path("retryable").asBoolean(true)).isFalse();
        assertThat(simulator.accepted()).hasSize(2);
    }

    private String malformed(Line line, java.util.function.Consumer<ObjectNode> spoil) {
        ObjectNode spoilt = line.event().deepCopy();
        spoil.accept(spoilt);
        return errors(List.of(new Line(line.list(), spoilt)))
                .path(0)
                .path("message")
                .asText();
    }

    private JsonNode errors(List<Line> lines) {
        HttpResponse<String> answer = caller.post(PATH, WorkedCall.batch(lines));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Caller.json(answer).path("errors");
    }

    private HttpResponse<String> post(String body) {
        return caller.call("POST", PATH, body);
    }

    private static String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Caller.json(answer).path("status").asInt()).isEqualTo(status);
        return Caller.json(answer).path("code").asText();
    }
}
