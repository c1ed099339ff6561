package com.genesyslab.platform.voice.protocol.tserver.events;

import com.genesyslab.platform.commons.collections.KeyValueCollection;
import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.voice.protocol.ConnectionId;
import com.genesyslab.platform.voice.protocol.tserver.AddressType;
import com.genesyslab.platform.voice.protocol.tserver.AgentWorkMode;
import com.genesyslab.platform.voice.protocol.tserver.CallType;
import com.genesyslab.platform.voice.protocol.tserver.ControlMode;
import com.genesyslab.platform.voice.protocol.tserver.DNRole;
import com.genesyslab.platform.voice.protocol.tserver.RegisterMode;
import com.genesyslab.platform.voice.protocol.tserver.ServerRole;
import com.genesyslab.platform.voice.protocol.tserver.TimeStamp;

/** The getters that events have; each of them has those that suit it, here all have all. */
public abstract class TServerEvent extends Message {

    public String getErrorMessage() {
        return get("ErrorMessage", String.class);
    }

    public String getAgentID() {
        return get("AgentID", String.class);
    }

    public String getDNIS() {
        return get("DNIS", String.class);
    }

    public String getANI() {
        return get("ANI", String.class);
    }

    public String getThisDN() {
        return get("ThisDN", String.class);
    }

    public String getThisQueue() {
        return get("ThisQueue", String.class);
    }

    public String getOtherDN() {
        return get("OtherDN", String.class);
    }

    public String getThirdPartyDN() {
        return get("ThirdPartyDN", String.class);
    }

    public String getServerVersion() {
        return get("ServerVersion", String.class);
    }

    public String getApplicationName() {
        return get("ApplicationName", String.class);
    }

    public String getCustomerID() {
        return get("CustomerID", String.class);
    }

    public String getDN() {
        return get("DN", String.class);
    }

    public String getDialedNumber() {
        return get("DialedNumber", String.class);
    }

    public String getRefParty() {
        return get("RefParty", String.class);
    }

    public String getCtrlParty() {
        return get("CtrlParty", String.class);
    }

    public String getCallUUID() {
        return get("CallUUID", String.class);
    }

    public String getNewCallUUID() {
        return get("NewCallUUID", String.class);
    }

    public String getOrigCallUUID() {
        return get("OrigCallUUID", String.class);
    }

    public String getRefCallUUID() {
        return get("RefCallUUID", String.class);
    }

    public String getPartyUUID() {
        return get("PartyUUID", String.class);
    }

    public Integer getReferenceID() {
        return get("ReferenceID", Integer.class);
    }

    public Integer getCallState() {
        return get("CallState", Integer.class);
    }

    public Integer getErrorCode() {
        return get("ErrorCode", Integer.class);
    }

    public Integer getCause() {
        return get("Cause", Integer.class);
    }

    public Integer getReliability() {
        return get("Reliability", Integer.class);
    }

    public Integer getPartyState() {
        return get("PartyState", Integer.class);
    }

    public Integer getServerStartTime() {
        return get("ServerStartTime", Integer.class);
    }

    public ConnectionId getConnID() {
        return get("ConnID", ConnectionId.class);
    }

    public ConnectionId getPreviousConnID() {
        return get("PreviousConnID", ConnectionId.class);
    }

    public ConnectionId getTransferConnID() {
        return get("TransferConnID", ConnectionId.class);
    }

    public ConnectionId getOriginConnID() {
        return get("OriginConnID", ConnectionId.class);
    }

    public ConnectionId getRefConnID() {
        return get("RefConnID", ConnectionId.class);
    }

    public KeyValueCollection getReasons() {
        return get("Reasons", KeyValueCollection.class);
    }

    public KeyValueCollection getUserData() {
        return get("UserData", KeyValueCollection.class);
    }

    public KeyValueCollection getExtensions() {
        return get("Extensions", KeyValueCollection.class);
    }

    public KeyValueCollection getISLinkList() {
        return get("ISLinkList", KeyValueCollection.class);
    }

    public AgentWorkMode getAgentWorkMode() {
        return get("AgentWorkMode", AgentWorkMode.class);
    }

    public CallType getCallType() {
        return get("CallType", CallType.class);
    }

    public DNRole getThisDNRole() {
        return get("ThisDNRole", DNRole.class);
    }

    public DNRole getOtherDNRole() {
        return get("OtherDNRole", DNRole.class);
    }

    public DNRole getThirdPartyDNRole() {
        return get("ThirdPartyDNRole", DNRole.class);
    }

    public ServerRole getServerRole() {
        return get("ServerRole", ServerRole.class);
    }

    public AddressType getAddressType() {
        return get("AddressType", AddressType.class);
    }

    public RegisterMode getRegisterMode() {
        return get("RegisterMode", RegisterMode.class);
    }

    public ControlMode getControlMode() {
        return get("ControlMode", ControlMode.class);
    }

    public Long getEventSequenceNumber() {
        return get("EventSequenceNumber", Long.class);
    }

    public TimeStamp getTime() {
        return get("Time", TimeStamp.class);
    }
}
