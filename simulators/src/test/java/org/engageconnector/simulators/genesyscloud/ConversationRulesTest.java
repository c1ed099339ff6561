package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.engageconnector.simulators.genesyscloud.WorkedCall.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationRulesTest {

    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;
    private Script call;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder().start();
        organisation = new FilledOrganisation(simulator);
        caller = Caller.of(simulator, "conversation-provider");
        call = new Script(organisation);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_leg_is_established_once() {
        accept(call.customer());

        refuse(call.customer(), "is established already");
    }

    @Test
    void an_event_names_legs_that_exist() {
        accept(call.customer());

        refuse(call.answered("agent"), "is not established in the conversation");
        refuse(call.ended("agent"), "is not established in the conversation");
        refuse(new Script(organisation).ended("customer"), "is not established in the conversation");
    }

    @Test
    void a_leg_is_answered_once_and_only_when_it_was_alerting_and_has_not_ended() {
        accept(call.customer());
        refuse(call.answered("customer"), "was not alerting");

        accept(call.ringing("agent", organisation.userA));
        accept(call.answered("agent"));
        refuse(call.answered("agent"), "is answered already");

        accept(call.ringing("other", organisation.userB));
        accept(call.ended("other"));
        refuse(call.answered("other"), "has ended");
    }

    @Test
    void a_leg_ends_once_and_is_not_held_afterwards() {
        accept(call.customer());
        accept(call.ringing("agent", organisation.userA));
        accept(call.held("agent", true));
        accept(call.ended("agent"));

        refuse(call.ended("agent"), "has ended already");
        refuse(call.held("agent", false), "has ended");
    }

    @Test
    void a_disposition_is_for_a_user_leg_that_has_ended_and_at_most_one() {
        accept(call.customer());
        accept(call.ringing("agent", organisation.userA));
        refuse(call.disposed("agent"), "has not ended");
        accept(call.ended("agent"));
        accept(call.disposed("agent"));
        refuse(call.disposed("agent"), "has a disposition already");

        accept(call.ended("customer"));
        refuse(call.disposed("customer"), "Only the communication of a user");
    }

    @Test
    void nothing_opens_a_leg_when_the_last_one_has_ended() {
        accept(call.customer());
        accept(call.ended("customer"));

        refuse(call.ringing("agent", organisation.userA), "The conversation is over");
    }

    @Test
    void a_leg_belongs_to_one_conversation_and_all_legs_to_one_call() {
        accept(call.customer());
        Script other = new Script(organisation);
        Line stolen = other.customer();
        stolen.event().put("communicationId", call.id("customer"));
        refuse(stolen, "belongs to another conversation");

        Line strange = call.queue("queue");
        strange.event().withObject("sourceConfiguration").put("interactionId", "another call");
        refuse(strange, "interactionId differs");
    }

    @Test
    void users_queues_codes_and_sources_exist_in_the_organisation() {
        String nobody = UUID.randomUUID().toString();
        accept(call.customer());

        refuse(call.ringing("agent", nobody), "userId does not exist");
        Line queue = call.queue("queue");
        queue.event().put("queueId", nobody);
        refuse(queue, "queueId does not exist");
        Line source = call.queue("queue");
        source.event().withObject("sourceConfiguration").put("sourceId", nobody);
        refuse(source, "sourceId does not exist");
        accept(call.ringing("agent", organisation.userA));
        refuse(call.transfer("t", "agent", "customer", nobody), "destinationUserId does not exist");
        accept(call.ended("agent"));
        Line code = call.disposed("agent");
        code.event().put("code", nobody);
        refuse(code, "code does not exist");
    }

    @Test
    void a_deleted_user_does_not_exist_an_inactive_one_does() {
        organisation.config.ok("DELETE", "/api/v2/users/" + organisation.userA, null);
        organisation.config.ok(
                "PATCH", "/api/v2/users/" + organisation.userB, "{\"state\":\"inactive\",\"version\":1}");
        accept(call.customer());

        refuse(call.ringing("agent", organisation.userA), "userId does not exist");
        accept(call.ringing("other", organisation.userB));
    }

    @Test
    void a_transfer_starts_progresses_and_ends_with_one_command_id() {
        accept(call.customer());
        accept(call.ringing("agent", organisation.userA));
        refuse(call.progress("t", "customer", "agent"), "No transfer with this commandId");
        refuse(call.transfer("t", "agent", "other", organisation.userB), "is not established");
        accept(call.transfer("t", "agent", "customer", organisation.userB));
        refuse(call.transfer("t", "agent", "customer", organisation.userB), "was started before");
        refuse(call.progress("t", "customer", "other"), "is not established");
        refuse(call.endTransfer("t", "customer", "Completed"), "without a destination cannot be completed");
        accept(call.ringing("other", organisation.userB));
        refuse(call.progress("t", "agent", "other"), "differs from that of the transfer");
        accept(call.progress("t", "customer", "other"));
        refuse(call.progress("t", "customer", "other"), "has its destination already");
        accept(call.endTransfer("t", "customer", "Completed"));
        refuse(call.endTransfer("t", "customer", "Completed"), "has ended");
    }

    @Test
    void a_transfer_that_found_no_destination_may_fail() {
        accept(call.customer());
        accept(call.ringing("agent", organisation.userA));
        accept(call.transfer("t", "agent", "customer", organisation.userB));

        accept(call.endTransfer("t", "customer", "Failed"));
    }

    @Test
    void one_consult_is_open_at_a_time_and_only_an_open_one_ends() {
        accept(call.customer());
        accept(call.ringing("agent", organisation.userA));
        accept(call.ringing("other", organisation.userB));
        refuse(call.line("endConsultTransferEvents"), "No consult transfer is open");
        refuse(call.consult("progressConsultTransferEvents", "agent", "customer", "other"), "No consult transfer");
        accept(call.consult("consultTransferEvents", "agent", "customer", "other"));
        refuse(call.consult("consultTransferEvents", "agent", "customer", "other"), "is open already");
        refuse(call.consult("progressConsultTransferEvents", "other", "customer", "agent"), "differ from those");
        accept(call.consult("progressConsultTransferEvents", "agent", "customer", "other"));
        accept(call.line("endConsultTransferEvents"));
        refuse(call.line("endConsultTransferEvents"), "No consult transfer is open");
    }

    @Test
    void a_refused_event_leaves_no_trace_and_may_come_again_when_its_time_has_come() {
        Line early = call.ended("customer");
        refuse(early, "is not established");
        Line customer = call.customer();
        customer.event().put("eventDateTime", "2026-05-04T09:59:00Z");
        accept(customer);

        accept(early);
        assertThat(simulator.summary().conversationsLive()).isZero();
    }

    private void accept(Line line) {
        assertThat(post(line)).as(line.list()).isEmpty();
    }

    private void refuse(Line line, String why) {
        JsonNode errors = post(line);
        assertThat(errors).as(line.list()).hasSize(1);
        assertThat(errors.path(0).path("message").asText()).contains(why);
        assertThat(errors.path(0).path("retryable").asBoolean(true)).isFalse();
        assertThat(errors.path(0).path("eventId")).isEqualTo(line.event().get("eventId"));
    }

    private JsonNode post(Line line) {
        return Caller.json(caller.post("/api/v2/events/conversations", WorkedCall.batch(List.of(line))))
                .path("errors");
    }
}
