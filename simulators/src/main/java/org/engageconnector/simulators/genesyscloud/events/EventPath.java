package org.engageconnector.simulators.genesyscloud.events;

/** The three event endpoints: path, batch model, the field that an event is ordered by, and the permission. */
public enum EventPath {
    CONVERSATIONS(
            "/api/v2/events/conversations",
            "BatchConversationEventRequest",
            "conversationId",
            "conversation:conversation:inject"),
    PRESENCE(
            "/api/v2/events/users/presence", "BatchUserPresenceEventRequest", "userId", "presence:userPresence:inject"),
    ROUTING_STATUS(
            "/api/v2/events/users/routingstatus",
            "BatchUserRoutingStatusEventRequest",
            "agentId",
            "routing:routingstatus:inject");

    private final String path;
    private final String batch;
    private final String key;
    private final String permission;

    EventPath(String path, String batch, String key, String permission) {
        this.path = path;
        this.batch = batch;
        this.key = key;
        this.permission = permission;
    }

    public String path() {
        return path;
    }

    String batch() {
        return batch;
    }

    /** The field whose value names the conversation or user. */
    String key() {
        return key;
    }

    String permission() {
        return permission;
    }
}
