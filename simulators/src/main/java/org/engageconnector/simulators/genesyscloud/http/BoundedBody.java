package org.engageconnector.simulators.genesyscloud.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Collects a request's body; one that is far too large is answered 413 in the platform's shape and the connection closed. */
final class BoundedBody extends HttpObjectAggregator {

    BoundedBody(int maxContentLength) {
        super(maxContentLength, true);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        String correlationId = UUID.randomUUID().toString();
        Answer answer =
                new Problem(413, "request.entity.too.large", "Request entity is too large").answer(correlationId);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                Unpooled.wrappedBuffer(answer.body()));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length)
                .set(HttpHeaderNames.CONNECTION, "close")
                .set("ININ-Correlation-Id", correlationId);
        // the rest of the body is read and dropped for a moment: a reset would reach the client before the answer does
        context.writeAndFlush(response)
                .addListener(sent -> context.executor().schedule(() -> context.close(), 500, TimeUnit.MILLISECONDS));
    }
}
