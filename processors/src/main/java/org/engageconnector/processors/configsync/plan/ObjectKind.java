package org.engageconnector.processors.configsync.plan;

/** Kinds of objects in the order in which they are brought in step (docs/config-sync.md#order). */
public enum ObjectKind {
    SKILL("skill"),
    WRAPUP_CODE("wrapup-code"),
    QUEUE("queue"),
    QUEUE_WRAPUP_CODE("queue-wrapup-code"),
    USER("user"),
    USER_SKILL("user-skill"),
    MEMBER("member"),
    SOURCE("source"),
    PRIMARY_SOURCE("primary-source"),
    /** Read only: presence definitions are never part of a plan. */
    PRESENCE("presence");

    private final String word;

    ObjectKind(String word) {
        this.word = word;
    }

    /** The name in JSON, logs and metrics. */
    public String word() {
        return word;
    }
}
