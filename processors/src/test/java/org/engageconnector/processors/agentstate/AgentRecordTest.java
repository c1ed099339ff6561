package org.engageconnector.processors.agentstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Stored agents of other versions are read as far as both know them (docs/upgrade.md). */
class AgentRecordTest {

    @Test
    void what_an_older_version_did_not_store_has_its_default() {
        AgentRecord record = AgentRecord.decode("{\"status\":4}".getBytes(StandardCharsets.UTF_8));

        assertThat(record.status).isEqualTo(4);
        assertThat(record.reasons).isEmpty();
        assertThat(record.reasonStatusTime).isEqualTo(-1);
        assertThat(record.sentPresence).isNull();
    }

    @Test
    void what_a_newer_version_stored_beside_is_passed_over() {
        AgentRecord record = AgentRecord.decode(
                "{\"status\":8,\"addedLater\":{\"a\":[1]},\"frozen\":true}".getBytes(StandardCharsets.UTF_8));

        assertThat(record.status).isEqualTo(8);
        assertThat(record.frozen).isTrue();
    }

    @Test
    void a_record_comes_back_as_it_was() {
        AgentRecord record = new AgentRecord();
        record.status = 8;
        record.presence = SystemPresence.values()[0];
        record.lastEventId = "an id";

        assertThat(AgentRecord.decode(record.encode()))
                .usingRecursiveComparison()
                .isEqualTo(record);
    }
}
