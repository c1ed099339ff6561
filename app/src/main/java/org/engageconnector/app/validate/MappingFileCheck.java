package org.engageconnector.app.validate;

import java.nio.file.Path;
import java.util.List;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.LayeredFolder;
import org.engageconnector.processors.agentstate.MappingFile;
import org.engageconnector.processors.agentstate.MappingTableException;

/** Reads the agent state mapping as the role would. */
final class MappingFileCheck {

    private static final String CHECK = "agent state mapping";

    private final Path file;

    MappingFileCheck(LayeredFolder config) {
        this.file = config.file("agent-state-mapping.yaml");
    }

    List<Finding> run() {
        try {
            MappingFile.check(file);
            return List.of(Finding.ok(CHECK, file.getFileName() + " is complete"));
        } catch (MappingTableException e) {
            return List.of(Finding.bad(
                    CHECK,
                    ExitCode.USAGE,
                    e.getMessage(),
                    file.toString(),
                    "mend that line; docs/agent-states.md has the syntax"));
        } catch (RuntimeException e) {
            return List.of(Finding.bad(
                    CHECK, ExitCode.USAGE, e.getMessage(), file.toString(), "put the file back or correct its rights"));
        }
    }
}
