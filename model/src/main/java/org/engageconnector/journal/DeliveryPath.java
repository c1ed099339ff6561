package org.engageconnector.journal;

/** The Genesys Cloud endpoint that takes events of a kind. One request goes to one path. */
public enum DeliveryPath {
    CONVERSATIONS("conversations", "/api/v2/events/conversations", "conversation:conversation:inject"),
    PRESENCE("presence", "/api/v2/events/users/presence", "presence:userPresence:inject"),
    ROUTING_STATUS("routingstatus", "/api/v2/events/users/routingstatus", "routing:routingstatus:inject");

    private final String label;
    private final String uri;
    private final String permission;

    DeliveryPath(String label, String uri, String permission) {
        this.label = label;
        this.uri = uri;
        this.permission = permission;
    }

    /** How metrics, logs and the pacer name it. */
    public String label() {
        return label;
    }

    public String uri() {
        return uri;
    }

    /** The permission that the OAuth client needs for it. */
    public String permission() {
        return permission;
    }

    /** The path of a kind of event, that is of the name of its list in a batch. */
    public static DeliveryPath of(String kind) {
        return switch (kind) {
            case "userPresenceEvents" -> PRESENCE;
            case "userRoutingStatusEvents" -> ROUTING_STATUS;
            default -> CONVERSATIONS;
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
