package org.engageconnector.component.redis;

/** The first word of a server's error, and what is to be done about it. */
enum ServerWord {
    /** A master that was demoted: another server takes the writes now. */
    READONLY(Answer.LEAVE, "it has become a replica: the address is looked up anew"),
    /** A replica that has lost its master. */
    MASTERDOWN(Answer.LEAVE, "it is a replica without its master: the address is looked up anew"),
    LOADING(Answer.LEAVE, "it is loading its data: it is used when it has done so"),
    NOREPLICAS(Answer.NO_WRITES, "it has fewer replicas than min-replicas-to-write asks for: bring them back"),
    MISCONF(Answer.NO_WRITES, "it cannot write its data to disk: look at its log and the disk's free space"),
    BUSY(Answer.WAIT, "a script of somebody runs for too long: see SLOWLOG"),
    OOM(Answer.NO_WRITES, "it is at its maxmemory: journals get only a share of it, so something else fills it"),
    NOPERM(Answer.WAIT, "the user of ex.redis.url may not do what is needed: compare it with the ACL of docs/redis.md"),
    WRONGPASS(Answer.LEAVE, "user or password of ex.redis.url are not the server's (any more): set them and restart"),
    NOAUTH(Answer.LEAVE, "it asks for a password: put user and password into ex.redis.url"),
    WRONGTYPE(
            Answer.WAIT,
            "somebody else has written a key of this tenant: find it (TYPE, docs/redis.md), and rename or delete it"),
    OTHER(Answer.WAIT, "");

    private enum Answer {
        LEAVE,
        NO_WRITES,
        WAIT
    }

    private final Answer answer;
    private final String advice;

    ServerWord(Answer answer, String advice) {
        this.answer = answer;
        this.advice = advice;
    }

    /** True when this connection will not do: it is closed and the address is looked up anew. */
    boolean leave() {
        return answer == Answer.LEAVE;
    }

    /**
     * True when it takes no writes for now: until one is taken it counts as away, since what waits at the intake must stop the
     * clock of the rules, which would else take the journal as drained.
     */
    boolean refusesWrites() {
        return answer == Answer.NO_WRITES;
    }

    /** What it means and what to do next; empty when the word says nothing known. */
    String advice() {
        return advice;
    }

    /** @param message as the server sent it; a script's error may have its own word in front */
    static ServerWord of(String message) {
        if (message != null) {
            String[] words = message.split(" ", 8);
            for (ServerWord word : values()) {
                if (word != OTHER && word.name().equals(words[0].replaceFirst("^-", ""))) {
                    return word;
                }
            }
            // 6.2 wraps what a command in a script says: "ERR Error running script (...): @user_script:12: -OOM command
            // not ..."
            for (ServerWord word : values()) {
                if (word != OTHER
                        && (message.contains(" -" + word + " ")
                                || message.contains("@user_script: " + word + " ")
                                || message.matches("(?s).*@user_script:\\s?\\d+: -?" + word + " .*"))) {
                    return word;
                }
            }
            if (message.contains("user executing the script can't")) {
                return NOPERM;
            }
            if (message.contains("can't write against a read only replica")) {
                return READONLY;
            }
        }
        return OTHER;
    }
}
