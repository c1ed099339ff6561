package org.engageconnector.processors.conversation.output;

/** Writes one flat JSON object with nested objects where asked. Absent ({@code null}) values write nothing. */
public final class JsonText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder(512).append('{');
    private boolean first = true;

    public JsonText put(String name, String value) {
        if (value != null) {
            name(name);
            quote(value);
        }
        return this;
    }

    public JsonText put(String name, boolean value) {
        name(name);
        text.append(value);
        return this;
    }

    public JsonText open(String name) {
        name(name);
        text.append('{');
        first = true;
        return this;
    }

    public JsonText close() {
        text.append('}');
        first = false;
        return this;
    }

    /** Ends the object and gives it. */
    public String text() {
        return text.append('}').toString();
    }

    private void name(String name) {
        if (!first) {
            text.append(',');
        }
        first = false;
        text.append('"').append(name).append("\":");
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20 || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                text.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
