package org.engageconnector.benchmarks.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.benchmarks.engine.BusySite;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.simulators.engage.serverlog.ServerLog;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;

/**
 * Writes the log of a busy SIP Server: calls of 1,000 extensions, each event once for all, once more for a second client and once for
 * the backup, 40 pairs of attached data where events carry it, and nine bytes of SIP messages and trace for every byte of that.
 */
final class BusyLog {

    private static final int EXTENSIONS = 1_000;
    private static final int CHUNK = 1_000;
    private static final int PAIRS = 40;
    private static final int SHARE_OF_TRACE = 9;
    private static final int DUMPS_OF_AN_EVENT = 3;
    private static final int BYTES_OF_A_DUMP = 1_050;
    private static final long SEGMENT = 64L << 20;
    private static final KeyValueList DATA = data();

    private BusyLog() {}

    private static KeyValueList data() {
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(new KeyValueList.Pair("AttachedDataKey" + i, "a value of " + i * 1_000_003));
        }
        return new KeyValueList(pairs);
    }

    /** Writes at least so many bytes; gives how many there are. */
    static long write(Path folder, long bytes) throws IOException {
        ServerLogOptions options = ServerLogOptions.in(folder)
                .withSegmentBytes(SEGMENT)
                .withZone(ZoneId.of("Europe/Zurich"))
                .withTraceBytes(SHARE_OF_TRACE * DUMPS_OF_AN_EVENT * BYTES_OF_A_DUMP);
        BusySite site = new BusySite(EXTENSIONS);
        long number = 0;
        try (ServerLog log = new ServerLog(options, "SIP_A_1", 1_772_323_200_000L)) {
            while (size(folder) < bytes) {
                for (BusySite.Told told : site.next(CHUNK)) {
                    log.event(stream(told.family()), numbered(told.message(), ++number), told.at(), 2, true);
                }
            }
        }
        return size(folder);
    }

    private static Message numbered(Message message, long number) {
        Message.Builder copy = Message.of(message.number());
        message.attributes().forEach(attribute -> copy.with(attribute.id(), attribute.value()));
        boolean ofExtension = message.has(TServerAttribute.THIS_DN) && message.has(TServerAttribute.CALL_UUID);
        if (ofExtension && !message.has(TServerAttribute.USER_DATA)) {
            copy.with(TServerAttribute.USER_DATA, DATA);
        }
        return copy.with(TServerAttribute.SERVER_START_TIME, 1_772_323_200)
                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, number)
                .build();
    }

    private static org.engageconnector.simulators.engage.scenario.Stream stream(Family family) {
        return org.engageconnector.simulators.engage.scenario.Stream.valueOf(family.name());
    }

    static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
