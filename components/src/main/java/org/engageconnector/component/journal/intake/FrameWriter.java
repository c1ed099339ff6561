package org.engageconnector.component.journal.intake;

import static org.engageconnector.component.journal.stream.EntryFields.text;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import org.engageconnector.component.journal.stream.JournalBounds;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.journal.stream.TrueMemory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisLane;
import org.engageconnector.component.redis.Script;
import org.engageconnector.message.ReceivedFrame;

/** Writes frames of one pair to its partition, once per event, by append.lua. Used by one thread at a time. */
final class FrameWriter implements AutoCloseable {

    private static final Script SCRIPT = TrueMemory.COST.before(Script.beside(FrameWriter.class, "append.lua"));
    private static final int TRIES = 4;

    private final RedisConnection redis;
    private final RedisLane lane;
    private final Partition partition;
    private final Counter duplicates;
    private final JournalBounds bounds;
    private final FrameMarker marker;
    private final HighestNumbers highest = new HighestNumbers();

    FrameWriter(RedisConnection redis, Partition partition, Counter duplicates) {
        this.redis = redis;
        this.lane = new RedisLane(redis);
        this.partition = partition;
        this.marker = new FrameMarker(redis.keys());
        this.duplicates = duplicates;
        this.bounds = new JournalBounds(redis);
    }

    /** What {@link #write} takes: without the messages, so that it may be kept a while. */
    List<MarkedFrame> mark(List<ReceivedFrame> frames) {
        return marker.mark(frames);
    }

    /** The number of the present connection, for {@link #write}. */
    int connect() {
        return redis.connects();
    }

    @Override
    public void close() {
        lane.close();
    }

    /** Events were appended. */
    void worked() {
        redis.work().done(partition.journal(), intake());
    }

    /** They could not be, for whatever reason: their sockets wait. */
    void refused(RuntimeException why) {
        redis.work().failed(partition.journal(), intake(), String.valueOf(why.getMessage()));
    }

    private String intake() {
        return "intake of events into " + partition.fullName();
    }

    /**
     * Returns when Redis has confirmed.
     *
     * @param connect the connection it is meant for: on a later one the ring has to go first
     */
    void write(List<MarkedFrame> frames, int connect) {
        if (frames.isEmpty()) {
            return;
        }
        redis.require(connect);
        for (int attempt = 1; ; attempt++) {
            FrameBatch batch = new FrameBatch(redis.keys(), partition, frames, highest);
            List<Object> answer =
                    lane.call(SCRIPT, batch.keyNames(), batch.arguments(bounds.limit(partition.journal())));
            String word = text((byte[]) answer.get(0));
            if (word.equals("DONE")) {
                duplicates.increment((Long) answer.get(1));
                highest.accept(batch.runs());
                return;
            }
            if (word.equals("FULL")) {
                throw new JournalFullException(partition.journal());
            }
            if (attempt == TRIES) {
                throw new IllegalStateException("the event numbers of " + partition.name() + " jump about");
            }
            List<?> known = (List<?>) answer.get(1);
            for (int i = 0; i < known.size(); i++) {
                highest.set(batch.runs().get(i).name(), text((byte[]) known.get(i)));
            }
        }
    }
}
