package org.engageconnector.processors.conversation.output;

/** Why a leg ended (docs/call-rules.md#disconnect-types). */
public enum DisconnectType {
    SELF("Self"),
    PEER("Peer"),
    SYSTEM("System"),
    ERROR("Error"),
    TRANSFER("Transfer"),
    TRANSFER_ACD("TransferACD"),
    TRANSFER_USER("TransferUser"),
    TRANSFER_CONSULT("TransferConsult"),
    TRANSFER_CONFERENCE("TransferConference");

    private final String word;

    DisconnectType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
