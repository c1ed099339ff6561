package org.engageconnector.processors.conversation.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.processors.conversation.evidence.Evidence;

/**
 * One main call with its consults: the facts of its calls, what is believed, the evidence that may still be overtaken, and
 * what was sent. Plain data, open to the player of the rules. One thread at a time.
 */
public final class Conversation {

    private static final int LONGEST_HISTORY = 60;

    /** CallUUID of the main call. */
    public final String main;

    /** Its id at Genesys Cloud, once it was asked for; not stored. */
    public String id;
    /** How many legs the index of DNs has seen; not stored. */
    public int indexedLegs;

    public final Map<String, CallFacts> calls = new LinkedHashMap<>(2);
    public final Ledger ledger = new Ledger();
    /** Evidence since {@link #base}, in order of time; the first {@link #read} are in {@link #table}. */
    public final List<Evidence> log = new ArrayList<>();

    public int read;
    /** What was believed before the log. */
    public LegTable base = new LegTable();
    /** What is believed now. */
    public LegTable table = new LegTable();

    /** The main call's type and beginning are known or were waited for. */
    public boolean ready;
    /** The type as decided when ready. */
    public int type;
    /** Nobody told the type in time; it was judged by the parties (docs/call-rules.md#c3). */
    public boolean typeIsJudged;
    /** The first queue or user leg was met: events are sent. */
    public boolean started;
    /** Evidence that cannot be judged yet holds up what is behind it until then; -1: nothing does. */
    public long heldUpUntil = -1;
    /** When the next wait ends for good, nothing that it asks for can come any more; not stored. */
    public long wakeAt = Long.MAX_VALUE;
    /** Time of the latest evidence. */
    public long lastAt = Long.MIN_VALUE;
    /** When the last leg had ended and the call was over; -1 before. */
    public long overAt = -1;
    /** There was a gap in coverage: what is not confirmed is lost (docs/call-rules.md#unconfirmed). */
    public boolean doubtful;
    /** Nothing was said of it since the gap. */
    public boolean unconfirmed;
    /** DNs that were named in it since the gap. */
    public final Set<String> confirmedDns = new HashSet<>();

    /** The latest evidence as it came, for people; not stored. */
    public final Deque<Evidence> history = new ArrayDeque<>();

    public Conversation(String main) {
        this.main = main;
    }

    public void remember(Evidence evidence) {
        if (history.size() >= LONGEST_HISTORY) {
            history.poll();
        }
        history.add(evidence);
    }

    public CallFacts mainFacts() {
        return calls.get(main);
    }

    /** When something is to be done without new evidence; {@link Long#MAX_VALUE} for never. */
    public long nextDue() {
        return heldUpUntil >= 0 ? heldUpUntil : wakeAt;
    }
}
