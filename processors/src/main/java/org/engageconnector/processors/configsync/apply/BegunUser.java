package org.engageconnector.processors.configsync.apply;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.processors.configsync.plan.Wanted;

/**
 * A user that a run before may have made: it never heard the answer to its request.
 *
 * @param key the external id that the user was to get
 * @param at when it was begun, milliseconds since 1970
 * @param email as {@link Wanted.User#identity(String)}
 */
record BegunUser(String key, long at, String email) {

    static final String KIND = "user";

    static void note(Memory memory, String key, Wanted.User user, long now) {
        memory.intend(KIND, key, now + " " + Wanted.User.identity(user.email()));
    }

    /** Those whose persons are gone by now; that of a person who is still there is found when its user is made. */
    static List<BegunUser> ofPersonsWhoAreGone(Memory memory, Wanted wanted) {
        List<BegunUser> begun = new ArrayList<>();
        memory.intents(KIND).forEach((key, note) -> {
            BegunUser user = read(key, note);
            if (!wanted.users().containsKey(user.dbid())) {
                begun.add(user);
            }
        });
        return begun;
    }

    private static BegunUser read(String key, String note) {
        int space = note.indexOf(' ');
        return space < 0
                ? new BegunUser(key, 0, "") // noted by an older release
                : new BegunUser(key, Long.parseLong(note.substring(0, space)), note.substring(space + 1));
    }

    long dbid() {
        return Long.parseLong(key.substring(key.indexOf(':') + 1));
    }
}
