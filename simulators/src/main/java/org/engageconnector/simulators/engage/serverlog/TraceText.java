package org.engageconnector.simulators.engage.serverlog;

/** What stands between the dumps of a SIP Server's log: SIP messages, with line ends of their own, and trace lines. */
final class TraceText {

    private static final String SIP_END = "\r\n";

    private final int bytes;
    private long calls;

    /** @param bytes of trace for each event */
    TraceText(int bytes) {
        this.bytes = bytes;
    }

    /** @param stamp {@code hh:mm:ss.mmm} */
    String text(String stamp) {
        StringBuilder text = new StringBuilder(bytes + 1_000);
        while (text.length() < bytes) {
            calls++;
            String message = invite();
            text.append(stamp)
                    .append(": ")
                    .append(calls % 2 == 0 ? "Sending  [0,UDP] " : "SIPTR: Received [0,UDP] ")
                    .append(message.length())
                    .append(calls % 2 == 0 ? " bytes to " : " bytes from ")
                    .append("192.0.2.10:5060 ")
                    .append(calls % 2 == 0 ? ">>>>>" : "<<<<<")
                    .append('\n')
                    .append(message)
                    .append('\n');
            text.append(stamp).append(" SIPDLG[").append(calls).append("]: state change: 2 -> 3\n");
            text.append("$+TLIB:CTI:Unknown:").append(calls).append(":0\n");
            text.append(stamp).append(" {tscp.call.").append(calls % 512).append("} party-state updated\n");
            text.append("$-TLIB:CTI:Unknown:").append(calls).append(":12\n");
        }
        return text.toString();
    }

    private String invite() {
        String id = Long.toHexString(calls * 0x9E3779B9L);
        String body = String.join(
                        SIP_END,
                        "v=0",
                        "o=PhoneSimulator 1 1 IN IP4 192.0.2.10",
                        "s=-",
                        "c=IN IP4 192.0.2.10",
                        "t=0 0",
                        "m=audio 8000 RTP/AVP 0 8 101",
                        "a=rtpmap:0 PCMU/8000",
                        "a=rtpmap:101 telephone-event/8000")
                + SIP_END;
        return String.join(
                        SIP_END,
                        calls % 3 == 0 ? "INVITE sip:9001@192.0.2.10:5060 SIP/2.0" : "SIP/2.0 180 Ringing",
                        "From: <sip:caller@192.0.2.20:5060>;tag=" + id,
                        "To: <sip:9001@192.0.2.10:5060>",
                        "Call-ID: " + id + "-" + calls + "@192.0.2.20",
                        "CSeq: 1 INVITE",
                        "Content-Length: " + body.length(),
                        "Content-Type: application/sdp",
                        "Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bK" + id,
                        "Contact: <sip:caller@192.0.2.20:5060>",
                        "Max-Forwards: 70",
                        "",
                        "")
                + body;
    }
}
