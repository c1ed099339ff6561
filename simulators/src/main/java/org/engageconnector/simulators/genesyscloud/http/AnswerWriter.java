package org.engageconnector.simulators.genesyscloud.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;

/** Sends one answer in its manner: at once, late, cut, never, or in small pieces. Used on the connection's event loop. */
final class AnswerWriter {

    private static final int PIECES = 16;
    private static final long SLOW_MILLIS = 2_000;

    private final ChannelHandlerContext context;
    private final boolean keepAlive;

    AnswerWriter(ChannelHandlerContext context, boolean keepAlive) {
        this.context = context;
        this.keepAlive = keepAlive;
    }

    void send(Answer answer) {
        long delay = answer.manner().delayMillis();
        if (delay > 0) {
            context.executor().schedule(() -> sendNow(answer), delay, TimeUnit.MILLISECONDS);
        } else {
            sendNow(answer);
        }
    }

    private void sendNow(Answer answer) {
        switch (answer.manner().end()) {
            case WHOLE -> {
                context.write(head(answer));
                finish(answer.body());
            }
            case CLOSED -> context.close();
            case RESET -> {
                context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                context.close();
            }
            case CUT -> {
                context.write(head(answer));
                context.writeAndFlush(new DefaultHttpContent(part(answer.body(), 0, answer.body().length / 2)))
                        .addListener(ChannelFutureListener.CLOSE);
            }
            case SILENT -> {
                // the client must give up by itself
            }
            case SLOW -> {
                context.writeAndFlush(head(answer));
                sendPiece(answer.body(), 0);
            }
        }
    }

    private void sendPiece(byte[] body, int from) {
        int size = Math.max(1, body.length / PIECES);
        context.executor()
                .schedule(
                        () -> {
                            if (from + size >= body.length) {
                                finish(part(body, from, body.length));
                            } else {
                                context.writeAndFlush(new DefaultHttpContent(part(body, from, from + size)));
                                sendPiece(body, from + size);
                            }
                        },
                        SLOW_MILLIS / PIECES,
                        TimeUnit.MILLISECONDS);
    }

    private void finish(byte[] rest) {
        finish(Unpooled.wrappedBuffer(rest));
    }

    private void finish(ByteBuf rest) {
        LastHttpContent last = new DefaultLastHttpContent(rest);
        if (keepAlive) {
            context.writeAndFlush(last);
        } else {
            context.writeAndFlush(last).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private HttpResponse head(Answer answer) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        answer.headers().forEach((name, value) -> head.headers().set(name, value));
        if (answer.status() != HttpResponseStatus.NO_CONTENT.code()) {
            head.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        }
        if (!keepAlive) {
            head.headers().set(HttpHeaderNames.CONNECTION, "close");
        }
        return head;
    }

    private static ByteBuf part(byte[] body, int from, int to) {
        return Unpooled.wrappedBuffer(body, from, to - from);
    }
}
