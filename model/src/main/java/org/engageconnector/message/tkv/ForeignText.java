package org.engageconnector.message.tkv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Text whose bytes may not be in the expected charset: attached data is in the site's code page, and may be cut inside a
 * character.
 *
 * @param text the text, each wrong byte as U+FFFD
 * @param replaced how many bytes were wrong
 */
record ForeignText(String text, int replaced) {

    static final char REPLACEMENT = '\uFFFD';

    static ForeignText read(byte[] bytes, int from, int size, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, size);
        // A wrong byte becomes one char, and a character never has more chars than the charset says.
        CharBuffer out = CharBuffer.allocate(size + (int) Math.ceil(size * (double) decoder.maxCharsPerByte()) + 1);
        int replaced = 0;
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put(REPLACEMENT);
            }
            replaced += result.length();
            in.position(in.position() + result.length());
            result = decoder.decode(in, out, true);
        }
        decoder.flush(out);
        return new ForeignText(out.flip().toString(), replaced);
    }
}
