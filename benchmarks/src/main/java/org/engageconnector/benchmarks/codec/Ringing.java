package org.engageconnector.benchmarks.codec;

import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;

/** A typical EventRinging: 40 attributes, among them attached data of ten pairs and router extensions. */
final class Ringing {

    private static final int FIRST_UNKNOWN = 1000;

    private Ringing() {}

    static byte[] frame() {
        Message.Builder ringing = Message.of(TServerMessage.EVENT_RINGING)
                .with(20, "5001")
                .with(21, "9001")
                .with(23, 2)
                .with(24, "41791234567")
                .with(27, 1)
                .with(28, "9001")
                .with(9, 0x0071029f5d0a1001L)
                .with(13, 0)
                .with(14, "1001")
                .with(18, "8005550100")
                .with(19, "41791234567")
                .with(54, 2)
                .with(76, "Resources")
                .with(86, 1772442000)
                .with(87, 123000)
                .with(141, "00O1K5VGQ8ABC2N5LAHG02LAES000001")
                .with(147, 1772323200)
                .with(148, 123456789L)
                .with(
                        53,
                        KeyValueList.of(
                                "SIGNATURE",
                                "router",
                                "NAME",
                                "URS_1",
                                "VQID",
                                "SQBENM69RP39R22KR9QUBT1RQO000002",
                                "Location",
                                "SIP_Switch",
                                "WrapUpTime",
                                30))
                .with(
                        51,
                        KeyValueList.of(
                                "CustomerSegment",
                                "gold",
                                "ServiceType",
                                "sales",
                                "RTargetAgentSelected",
                                "agentA",
                                "RTargetPlaceSelected",
                                "P_5001",
                                "RVQID",
                                "SQBENM69RP39R22KR9QUBT1RQO000002",
                                "RTenant",
                                "Resources",
                                "RStrategyName",
                                "inbound_main",
                                "GSIP_REC",
                                "on",
                                "CustomerId",
                                "4711",
                                "Language",
                                "de"));
        for (int i = 0; i < 20; i++) {
            ringing.with(FIRST_UNKNOWN + i, i % 2 == 0 ? (Object) Integer.valueOf(i) : "value-" + i);
        }
        return Tkv.encode(ringing.build());
    }
}
