package org.engageconnector.processors.conversation.state;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** When which conversation wants attention next. Cost per change: logarithmic in the number of live calls. */
public final class DueTimes {

    private record Due(long at, String main) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : main.compareTo(other.main);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final Map<String, Long> current = new HashMap<>();

    /** Sets the next time of a conversation; {@link Long#MAX_VALUE} for none. */
    public void set(String main, long at) {
        Long before = current.get(main);
        if (before != null && before == at) {
            return;
        }
        if (at == Long.MAX_VALUE) {
            current.remove(main);
            return;
        }
        current.put(main, at);
        queue.add(new Due(at, main));
        if (queue.size() > 64 && queue.size() > 4 * current.size()) {
            queue.removeIf(due -> !isCurrent(due));
        }
    }

    /** The next time of all; {@link Long#MAX_VALUE} for none. */
    public long next() {
        while (!queue.isEmpty() && !isCurrent(queue.peek())) {
            queue.poll();
        }
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().at();
    }

    /** Takes the conversation that is due first. */
    public String take() {
        next();
        Due due = queue.poll();
        current.remove(due.main());
        return due.main();
    }

    void clear() {
        queue.clear();
        current.clear();
    }

    private boolean isCurrent(Due due) {
        Long at = current.get(due.main());
        return at != null && at == due.at();
    }
}
