package org.engageconnector.demo.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.simulators.engage.serverlog.ServerLog;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;

/** Writes a golden call as the logs of simulated SIP Servers. */
final class GoldenLog {

    private GoldenLog() {}

    /** What the primary writes; gives the folder. */
    static Path ofPrimary(GoldenCall golden, ServerLogOptions options, int clients) {
        try (ServerLog log = new ServerLog(options, "SIP_A_1", golden.start - 60_000)) {
            golden.events.forEach(event -> log.event(event.stream(), event.message(), event.at(), clients, true));
        }
        return options.folder();
    }

    /** What the backup writes: the same events with numbers of its own. */
    static Path ofBackup(GoldenCall golden, ServerLogOptions options) {
        try (ServerLog log = new ServerLog(options, "SIP_A_2", golden.start - 30_000)) {
            golden.events.forEach(
                    event -> log.event(event.stream(), renumbered(event.message()), event.at(), 0, false));
        }
        return options.folder();
    }

    private static Message renumbered(Message message) {
        Message.Builder copy = Message.of(message.number());
        message.attributes()
                .forEach(attribute -> copy.with(
                        attribute.id(),
                        attribute.id() == TServerAttribute.EVENT_SEQUENCE_NUMBER
                                ? (Object) ((Long) attribute.value() + 70_000)
                                : attribute.value()));
        return copy.build();
    }

    /** The one file in a folder. */
    static byte[] bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.toList();
            if (logs.size() != 1) {
                throw new IllegalStateException("not one file: " + logs);
            }
            return Files.readAllBytes(logs.get(0));
        }
    }
}
