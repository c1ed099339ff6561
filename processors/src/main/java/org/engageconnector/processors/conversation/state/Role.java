package org.engageconnector.processors.conversation.state;

/** What kind of communication a leg is. */
public enum Role {
    /** A party outside the contact centre. */
    CUSTOMER("customer"),
    /** One stay in one virtual queue. */
    QUEUE("queue"),
    /** An extension with an agent that maps to a Genesys Cloud user. */
    USER("user"),
    /** An internal DN that maps to no user. */
    PHONE("phone");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The word in ids. */
    public String word() {
        return word;
    }
}
