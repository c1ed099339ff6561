package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/call-flows.md shows the golden scenarios as they are. {@code -Dwrite.call-flows=true} writes it anew. */
class CallFlowsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "call-flows.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String text = CallFlowsPage.text(GoldenCase.all());
        if (Boolean.getBoolean("write.call-flows")) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("run the test CallFlowsPageTest with -Dwrite.call-flows=true")
                .isEqualTo(text);
    }
}
