package org.engageconnector.component.engage;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.netty.ChannelHandlerFactory;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.TkvDecoder;
import org.engageconnector.message.tkv.TkvEncoder;
import org.engageconnector.message.tkv.TkvFrame;
import org.junit.jupiter.api.Test;

/** The codec is plain Netty: camel-netty runs it as a server and as a client. */
class TkvInCamelNettyIT {

    @Test
    void camelNettySpeaksItAsServerAndAsClient() throws Exception {
        int port = freePort();
        ChannelHandlerFactory decoder = new DefaultChannelHandlerFactory() {
            @Override
            public ChannelHandler newChannelHandler() {
                return new TkvDecoder();
            }
        };
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("tkvDecoder", decoder);
            context.getRegistry().bind("tkvEncoder", new TkvEncoder());
            String uri = "netty:tcp://127.0.0.1:" + port
                    + "?sync=true&decoders=#tkvDecoder&encoders=#tkvEncoder&disconnect=false";
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri).process(exchange -> {
                        TkvFrame request = exchange.getMessage().getBody(TkvFrame.class);
                        exchange.getMessage()
                                .setBody(Message.of(TServerMessage.EVENT_SERVER_INFO)
                                        .with(
                                                TServerAttribute.REFERENCE_ID,
                                                request.message().integer(TServerAttribute.REFERENCE_ID))
                                        .with(TServerAttribute.SERVER_ROLE, 0)
                                        .build());
                    });
                }
            });
            context.start();
            for (int reference = 1; reference <= 3; reference++) {
                TkvFrame answer = context.createProducerTemplate()
                        .requestBody(
                                uri + "&requestTimeout=5000",
                                Message.of(TServerMessage.REQUEST_QUERY_SERVER)
                                        .with(TServerAttribute.REFERENCE_ID, reference)
                                        .build(),
                                TkvFrame.class);
                assertThat(answer.message().number()).isEqualTo(TServerMessage.EVENT_SERVER_INFO);
                assertThat(answer.message().integer(TServerAttribute.REFERENCE_ID))
                        .isEqualTo(reference);
            }
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", 0));
            return socket.getLocalPort();
        }
    }
}
