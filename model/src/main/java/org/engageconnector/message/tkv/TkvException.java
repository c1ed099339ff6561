package org.engageconnector.message.tkv;

import io.netty.handler.codec.DecoderException;
import java.util.HexFormat;

/**
 * A frame that breaks the framing; fatal for its connection. The only exception that decoding throws.
 *
 * <p>The message names the reason and the place, never a value: values may be personal data.
 */
public final class TkvException extends DecoderException {

    /** How many bytes of a bad frame are kept for the log line. */
    public static final int FIRST_BYTES = 64;

    /** Why a frame was refused; the word is the {@code reason} label of the metric. */
    public enum Reason {
        /** The length is below 4 or above the limit, or the frame does not have it. */
        LENGTH("length"),
        /** An attribute, key or value reaches past the end of what holds it. */
        SIZE("size"),
        /** Bytes are left after the last attribute or pair. */
        LEFT_OVER("left-over"),
        /** An attribute id comes twice. */
        DUPLICATE_ATTRIBUTE("duplicate-attribute"),
        /** An int whose size is not 4. */
        INT_SIZE("int-size"),
        /** A long whose size is not 8. */
        LONG_SIZE("long-size"),
        /** A type number that the framing does not have. */
        TYPE("type"),
        /** A list in a list, deeper than 8. */
        NESTING("nesting");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word used in logs and metrics. */
        public String word() {
            return word;
        }
    }

    private final transient Reason reason;
    private final transient byte[] firstBytes;

    TkvException(Reason reason, String detail, byte[] firstBytes) {
        super(reason.word() + ": " + detail);
        this.reason = reason;
        this.firstBytes = firstBytes;
    }

    /** The reason in one word, such as {@code left-over}. */
    public String reason() {
        return reason.word();
    }

    /** The first 64 bytes of the frame, or fewer when no more had come, in lower-case hex. */
    public String hex() {
        return HexFormat.of().formatHex(firstBytes);
    }
}
