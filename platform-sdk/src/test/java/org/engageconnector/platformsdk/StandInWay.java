package org.engageconnector.platformsdk;

import java.util.stream.Stream;

/** A way in which the stand-in behaves. */
public record StandInWay(String name, StandIn standIn) {

    /** The ways in which everything must still work. */
    public static Stream<StandInWay> ways() {
        return Stream.of(
                way("as it is", StandIn.asItIs()),
                way("messages before the opened call-back", StandIn.asItIs().with("messages", "before-opened")),
                way("EventLinkConnected is shown", StandIn.asItIs().with("link-connected", "shown")),
                way("no EventACK", StandIn.asItIs().with("acknowledgement", "never")),
                way("references are overwritten", StandIn.asItIs().with("references", "overwritten")),
                way(
                        "references are overwritten, another thread brings messages",
                        StandIn.asItIs().with("references", "overwritten").with("handler-thread", "reader")),
                way("unknown attributes throw", StandIn.asItIs().with("unknown-attribute", "throws")),
                way("the closed call-back comes twice", StandIn.asItIs().with("closed", "twice")),
                way("call-backs after the end", StandIn.asItIs().with("call-backs", "after-closed")),
                way("messages come on another thread", StandIn.asItIs().with("handler-thread", "reader")),
                way("getters are spelt CallUuid", StandIn.asItIs().edit("getCallUUID", "getCallUuid")),
                way(
                        "monitoring is in another package",
                        StandIn.asItIs().edit("tserver.requests.special", "tserver.requests.monitoring.deep")),
                way("times are long", StandIn.asItIs().edit("public int getTime", "public long getTime")),
                way(
                        "references are plain ints and party states enumerations",
                        StandIn.asItIs()
                                .edit("setReferenceID(Integer", "setReferenceID(int")
                                .edit(
                                        "import com.genesyslab.platform.voice.protocol.tserver.DNRole;",
                                        "import com.genesyslab.platform.voice.protocol.tserver.*;")
                                .edit("public Integer getPartyState()", "public PartyState getPartyState()")
                                .edit("get(\"PartyState\", Integer.class)", "get(\"PartyState\", PartyState.class)")),
                way("server mode is never said", StandIn.asItIs().with("server-mode", "never")),
                way("reasons are a text", StandIn.asItIs().with("reasons", "text")));
    }

    /** How a failed open may be said. */
    static Stream<StandInWay> failedOpens() {
        return Stream.of(
                way("said as closed", StandIn.asItIs()),
                way("said as error", StandIn.asItIs().with("failed-open", "error")),
                way("said as both", StandIn.asItIs().with("failed-open", "both")),
                way("said twice", StandIn.asItIs().with("closed", "twice")));
    }

    private static StandInWay way(String name, StandIn standIn) {
        return new StandInWay(name, standIn);
    }

    @Override
    public String toString() {
        return name;
    }
}
