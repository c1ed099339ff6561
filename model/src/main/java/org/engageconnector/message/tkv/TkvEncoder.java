package org.engageconnector.message.tkv;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.engageconnector.message.Message;

/** {@link Message}s to frames. One may serve many connections. A message that cannot be framed fails its own write only. */
@Sharable
public final class TkvEncoder extends MessageToByteEncoder<Message> {

    private final Charset charset;

    /** Text is written in UTF-8. */
    public TkvEncoder() {
        this(StandardCharsets.UTF_8);
    }

    /** @param charset in which text is written; what it does not have becomes a question mark */
    public TkvEncoder(Charset charset) {
        super(Message.class);
        this.charset = charset;
    }

    @Override
    protected void encode(ChannelHandlerContext context, Message message, ByteBuf out) {
        FrameWriter.write(message, charset, out);
    }
}
