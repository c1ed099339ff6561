package org.engageconnector.component.redis;

/** Whose Redis it is; they tell different things of themselves. */
public enum RedisEdition {
    REDIS("Redis"),
    VALKEY("Valkey"),
    /** Redis Enterprise: one address in front of the database, which tells neither its limit nor what it does at the limit. */
    ENTERPRISE("Redis Enterprise");

    private final String label;

    RedisEdition(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
