package org.engageconnector.processors.conversation.state;

/** The conversation events that we send, with the batch list each belongs to. New ones go at the end: the order is stored. */
public enum EventType {
    EXTERNAL_ESTABLISHED("externalEstablished"),
    ROUTING_ESTABLISHED("routingEstablished"),
    USER_ESTABLISHED("userEstablished"),
    PHONE_ESTABLISHED("phoneEstablished"),
    ANSWERED("communicationAnswered"),
    ENDED("communicationEnded"),
    DISPOSITION_APPLIED("communicationDispositionApplied"),
    HOLD_UPDATED("holdUpdated"),
    AUDIO_UPDATED("audioUpdated"),
    USER_TRANSFER("userTransfer"),
    ROUTING_TRANSFER("routingTransfer"),
    PHONE_TRANSFER("phoneTransfer"),
    PROGRESS_TRANSFER("progressTransfer"),
    END_TRANSFER("endTransfer"),
    CONSULT_TRANSFER("consultTransfer"),
    PROGRESS_CONSULT_TRANSFER("progressConsultTransfer"),
    END_CONSULT_TRANSFER("endConsultTransfer");

    private final String word;
    private final String list;

    EventType(String word) {
        this.word = word;
        this.list = word + "Events";
    }

    /** The kind in event ids. */
    public String word() {
        return word;
    }

    public String list() {
        return list;
    }

    public boolean establishes() {
        return this == EXTERNAL_ESTABLISHED
                || this == ROUTING_ESTABLISHED
                || this == USER_ESTABLISHED
                || this == PHONE_ESTABLISHED;
    }
}
