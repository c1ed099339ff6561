package org.engageconnector.simulators.genesyscloud.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class EventSchemaTest {

    @Test
    void the_schema_is_what_the_model_classes_of_the_official_sdk_say() throws IOException {
        assertThat(Files.readString(SdkEventSchema.RESOURCE))
                .as("the schema resource; run SdkEventSchema.main after a change of the SDK's version")
                .isEqualTo(new SdkEventSchema().write());
    }
}
