package org.engageconnector.app.deadletters;

import java.io.PrintStream;
import java.util.Collection;
import org.engageconnector.component.journal.deadletters.DeadLetters;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.JournalEntry;

/** What an operator does with dead letters. Throws what the Redis client throws. */
public final class DeadLetterDesk {

    private final DeadLetters letters;

    private final LetterText text;

    private final PrintStream out;

    public DeadLetterDesk(RedisConnection redis, boolean personalData, PrintStream out) {
        this.letters = new DeadLetters(redis);
        this.text = new LetterText(personalData);
        this.out = out;
    }

    public void list() {
        letters.forEach(letter -> out.println(text.line(letter)));
        out.println(letters.size() + " dead letters");
    }

    /** False when there is no letter of that id. */
    public boolean show(String id) {
        JournalEntry letter = letters.show(id);
        if (letter != null) {
            out.println(text.full(letter));
        }
        return letter != null;
    }

    public int replayAll() {
        int count = letters.replayAll();
        out.println(count + " events go back to their journals");
        return count;
    }

    public int replay(Collection<String> ids) {
        int count = letters.replay(ids);
        out.println(count + " events go back to their journals");
        return count;
    }

    public int drop(Collection<String> ids) {
        int count = letters.drop(ids);
        out.println(count + " events are given up");
        return count;
    }
}
