package org.engageconnector.robustness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.tkv.Tkv;

/** Inputs that are nearly right, or not at all; the same for the same seed. Used by one thread. */
final class Mutants {

    private static final List<String> PATHS = List.of(
            "/observe/health",
            "/observe/health/ready",
            "/metrics",
            "/api/v1/status",
            "/api/v1/sync",
            "/api/v1/mappings/user/1",
            "/api/v1/tenant",
            "/api/v1/tenant/calls",
            "/api/v1/dead-letters",
            "/api/v1/calls/x",
            "/console/",
            "/observe/jolokia");
    private static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "G\u0000T", "");
    private static final List<String> JOLOKIA = List.of(
            "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"HeapMemoryUsage\"}",
            "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:context=x,type=routes,name=\\\"y\\\"\",\"operation\":\"dumpRouteAsXml()\"}",
            "[{\"type\":\"list\"},{\"type\":\"version\"}]",
            "{\"type\":\"search\",\"mbean\":\"org.apache.camel:*\"}");
    private static final String ODD = "{}[]\",:\\\u0000\u00ff%&<>";
    private static final int LONGEST_TEXT = 2_000;

    private final Random random;

    Mutants(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A request for a role's port, mutated somewhere or nowhere. */
    byte[] http() {
        StringBuilder text = new StringBuilder();
        text.append(one(METHODS)).append(' ').append(one(PATHS));
        if (random.nextInt(3) == 0) {
            text.append(one(List.of("?confirm=", "?full=", "?limit=", "/..%2f", "/%00", "?after=", "//", "?")))
                    .append(text(80));
        }
        text.append(' ')
                .append(one(List.of("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "", "ICY")))
                .append("\r\n");
        text.append("Host: ")
                .append(one(List.of("127.0.0.1", "evil.example", "", "localhost:x")))
                .append("\r\n");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(one(List.of(
                            "Content-Length",
                            "Transfer-Encoding",
                            "Authorization",
                            "Origin",
                            "X-" + i,
                            "Expect",
                            "Range")))
                    .append(": ")
                    .append(one(
                            List.of("-1", "chunked", "99999999999999999999", "Bearer x", "0", "bytes=0-", text(300))))
                    .append("\r\n");
        }
        text.append("Connection: close\r\n\r\n").append(random.nextInt(4) == 0 ? text(LONGEST_TEXT) : "");
        return spoilt(text.toString().getBytes(StandardCharsets.ISO_8859_1), 4);
    }

    /** A request for Jolokia. */
    byte[] jolokia() {
        byte[] body = spoilt(one(JOLOKIA).getBytes(StandardCharsets.UTF_8), 2);
        byte[] head =
                ("POST /observe/jolokia HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** A whole frame: any message, any attributes of any type; or bytes that are none, once in a hundred. */
    byte[] frame() {
        if (random.nextInt(100) == 0) {
            return bytes(1 + random.nextInt(64));
        }
        Message.Builder message = Message.of(random.nextInt(4) == 0 ? random.nextInt(1 << 16) : random.nextInt(200));
        for (int i = random.nextInt(12); i > 0; i--) {
            message.with(
                    random.nextInt(3) == 0
                            ? random.nextInt(300)
                            : one(List.of(
                                    TServerAttribute.CALL_UUID,
                                    TServerAttribute.CONN_ID,
                                    TServerAttribute.THIS_DN,
                                    TServerAttribute.OTHER_DN,
                                    TServerAttribute.TIME_IN_SECS,
                                    TServerAttribute.EVENT_SEQUENCE_NUMBER,
                                    TServerAttribute.SERVER_START_TIME,
                                    TServerAttribute.EXTENSIONS)),
                    value());
        }
        try {
            return Tkv.encode(message.build());
        } catch (IllegalArgumentException e) {
            return Tkv.encode(Message.of(random.nextInt(200)).build());
        }
    }

    private Object value() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> bytes(random.nextInt(40));
            case 3 -> KeyValueList.EMPTY;
            case 4 -> Integer.toString(random.nextInt(10));
            default -> text(1 + random.nextInt(LONGEST_TEXT));
        };
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Letters, blanks, and what parsers care for. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(Math.max(1, most)); i > 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? ODD.charAt(random.nextInt(ODD.length()))
                            : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /** The same with some bytes changed, or none. */
    private byte[] spoilt(byte[] bytes, int oneIn) {
        if (bytes.length > 0 && random.nextInt(oneIn) == 0) {
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }
}
