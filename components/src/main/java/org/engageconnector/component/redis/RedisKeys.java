package org.engageconnector.component.redis;

/** Names every key the connector has in Redis; the table is in docs/redis.md. All keys of a tenant share one hash tag. */
public record RedisKeys(String prefix) {

    public static RedisKeys ofTenant(String tenantId) {
        return new RedisKeys("{ex:" + tenantId + "}:");
    }

    /** The tenant that syncs into an organisation; the one key outside the tenant's own. */
    public static String organisation(String organisation) {
        return "ex:organisation:" + organisation;
    }

    /** The stream of a partition; {@code name} is the journal, or journal and partition with a slash between. */
    public String journal(String name) {
        return prefix + "j:" + name;
    }

    public String partitions(String journal) {
        return prefix + "partitions:" + journal;
    }

    public String bytes() {
        return prefix + "bytes";
    }

    /** When each instance last wrote; see {@link Pulse}. */
    public String pulses() {
        return prefix + "pulses";
    }

    public String lease(String name) {
        return prefix + "lease:" + name;
    }

    public String ownerships() {
        return prefix + "ownerships";
    }

    public String commits() {
        return prefix + "commits";
    }

    public String members(String group) {
        return prefix + "members:" + group;
    }

    public String state(String name) {
        return prefix + "state:" + name;
    }

    public String parked(String name) {
        return prefix + "parked:" + name;
    }

    /** What a new owner of a journal's delivery must know. */
    public String notes(String name) {
        return prefix + "notes:" + name;
    }

    public String inFlight(String name) {
        return prefix + "inflight:" + name;
    }

    /** One run of one member of a pair: what the seen marks of its events hang on. */
    public String run(String server, String member, int startTime) {
        return server + ":" + member + ":" + Integer.toUnsignedString(startTime);
    }

    public String seen(String run, long block) {
        return prefix + "seen:" + run + ":" + Long.toUnsignedString(block);
    }

    public String highest(String run) {
        return prefix + "highest:" + run;
    }

    public String marks(String server, String member) {
        return prefix + "marks:" + server + ":" + member;
    }

    public String directory(String part) {
        return prefix + "dir:" + part;
    }

    public String sync(String table) {
        return prefix + "sync:" + table;
    }

    /** What instances tell each other for the console: tables, questions, answers. */
    public String watch(String name) {
        return prefix + "watch:" + name;
    }

    /** Requests to Genesys Cloud in a month, {@code yyyy-MM}, by role. */
    public String requests(String month) {
        return prefix + "requests:" + month;
    }

    /** What each running role reports of itself: role and instance to JSON. */
    public String instances() {
        return prefix + "instances";
    }
}
