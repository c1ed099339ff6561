package org.engageconnector.simulators.genesyscloud.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a Netty request into a {@link Request}, asks the application, and sends what it answers. One per connection. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final Function<Request, Answer> application;
    private final LongSupplier clock;

    RequestHandler(Function<Request, Answer> application, LongSupplier clock) {
        this.application = application;
        this.clock = clock;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        String correlationId = UUID.randomUUID().toString();
        Answer answer;
        if (message.decoderResult().isFailure()) {
            answer = new Problem(400, "bad.request", "The request could not be understood by the server")
                    .answer(correlationId);
        } else {
            answer = ask(message, correlationId);
        }
        new AnswerWriter(context, HttpUtil.isKeepAlive(message))
                .send(answer.with("ININ-Correlation-Id", correlationId).with("Date", date()));
    }

    /** By the simulator's clock, as any HTTP server says what time it has. */
    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(clock.getAsLong()).atZone(ZoneOffset.UTC));
    }

    private Answer ask(FullHttpRequest message, String correlationId) {
        try {
            QueryStringDecoder uri = new QueryStringDecoder(message.uri());
            Map<String, String> headers = new LinkedHashMap<>();
            message.headers()
                    .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
            return application.apply(new Request(
                    message.method().name(),
                    uri.path(),
                    Map.<String, List<String>>copyOf(uri.parameters()),
                    headers,
                    ByteBufUtil.getBytes(message.content()),
                    clock.getAsLong(),
                    correlationId,
                    Map.of()));
        } catch (Problem problem) {
            return problem.answer(correlationId);
        } catch (RuntimeException e) {
            LOG.error("The Genesys Cloud simulator failed on {} {}", message.method(), message.uri(), e);
            return new Problem(500, "internal.server.error", "The server encountered an unexpected condition")
                    .answer(correlationId);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("Connection to the Genesys Cloud simulator broke: {}", cause.toString());
        context.close();
    }
}
