package org.engageconnector.message.tkv;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import org.engageconnector.message.Message;

/** {@link Message}s to frames. One may serve many connections. A message that cannot be framed fails its own write only. */
@Sharable
public final class TkvEncoder extends MessageToByteEncoder<Message> {

    public TkvEncoder() {
        super(Message.class);
    }

    @Override
    protected void encode(ChannelHandlerContext context, Message message, ByteBuf out) {
        FrameWriter.write(message, out);
    }
}
