package org.engageconnector.component.journal.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.message.ReceivedFrame;

/** Makes {@link MarkedFrame}s, and keeps what frames of a session have in common. Not thread-safe. */
final class FrameMarker {

    private static final int MOST_TEMPLATES = 16;

    private final RedisKeys keys;
    private final Deque<EntryTemplate> templates = new ArrayDeque<>();
    private final BitmapBudget budget = new BitmapBudget(System::nanoTime);
    private String run = "";
    private String runMember = "";
    private int runStart;

    FrameMarker(RedisKeys keys) {
        this.keys = keys;
    }

    List<MarkedFrame> mark(List<ReceivedFrame> frames) {
        List<MarkedFrame> marked = new ArrayList<>(frames.size());
        for (ReceivedFrame frame : frames) {
            String name = EventIdentity.deduplicated(frame) ? run(frame) : null;
            long number = name == null ? -1 : EventIdentity.number(frame);
            if (number >= 0 && !budget.allows(name, number)) {
                number = -1;
            }
            marked.add(new MarkedFrame(template(frame), name, frame.server(), frame.member(), number, frame.bytes()));
        }
        return marked;
    }

    private EntryTemplate template(ReceivedFrame frame) {
        for (EntryTemplate template : templates) {
            if (template.fits(frame)) {
                return template;
            }
        }
        EntryTemplate made = EntryTemplate.of(frame);
        templates.addFirst(made);
        if (templates.size() > MOST_TEMPLATES) {
            templates.removeLast();
        }
        return made;
    }

    private String run(ReceivedFrame frame) {
        int start = EventIdentity.startTime(frame);
        if (start != runStart || !runMember.equals(frame.member())) {
            run = keys.run(frame.server(), frame.member(), start);
            runStart = start;
            runMember = frame.member();
        }
        return run;
    }
}
