package org.engageconnector.component.engage;

import java.nio.charset.Charset;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.engageconnector.message.tkv.TkvDecoder;
import org.engageconnector.message.tkv.TkvException;

/**
 * How the frames of one session are read.
 *
 * @param maxFrameBytes the greatest length accepted from the server
 * @param charset in which the server's text is read
 * @param badFrames hears of each frame that ended a connection
 * @param replacedTexts hears how many texts of a frame were no text in that charset
 */
record Framing(int maxFrameBytes, Charset charset, Consumer<TkvException> badFrames, IntConsumer replacedTexts) {

    TkvDecoder decoder() {
        return new TkvDecoder(maxFrameBytes, charset, replacedTexts);
    }
}
