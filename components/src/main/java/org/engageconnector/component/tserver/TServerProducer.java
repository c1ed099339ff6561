package org.engageconnector.component.tserver;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.engageconnector.component.engage.EngageLink;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.EngageSetup;
import org.engageconnector.component.engage.Intake;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.message.Message;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;

/**
 * Sends the body, a {@link Message}, as a request, on a session of its own. The session numbers it; when the exchange wants an
 * answer, the first message with that ReferenceID becomes the body, an EventError too. Without a session the exchange fails.
 */
final class TServerProducer extends DefaultAsyncProducer {

    private static final String REQUEST = "request";

    private final TServerEndpoint endpoint;
    private EngageLink<ReceivedFrame> link;
    private RequestProtocol protocol;

    TServerProducer(TServerEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message request = exchange.getMessage().getBody(Message.class);
        if (request == null) {
            exchange.setException(new IllegalArgumentException("the body is no " + Message.class.getName()));
            callback.done(true);
            return true;
        }
        if (exchange.getPattern().isOutCapable()) {
            ask(exchange, request, callback);
        } else {
            link.send(request).whenComplete((sent, error) -> {
                if (error != null || !sent) {
                    exchange.setException(new IllegalStateException(link.name() + ": the session is not up", error));
                }
                callback.done(false);
            });
        }
        return false;
    }

    private void ask(Exchange exchange, Message request, AsyncCallback callback) {
        CompletableFuture<Message> answer = new CompletableFuture<Message>()
                .orTimeout(endpoint.getConfiguration().getRequestTimeout(), TimeUnit.MILLISECONDS);
        link.run(() -> protocol.request(request, answer));
        answer.whenComplete((message, error) -> {
            if (error == null) {
                exchange.getMessage().setBody(message);
            } else {
                link.run(() -> protocol.forget(answer));
                exchange.setException(error);
            }
            callback.done(false);
        });
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        TServerConfiguration options = endpoint.getConfiguration();
        EngageSetup<ReceivedFrame> setup = endpoint.getComponent().setup();
        Map<String, List<Member>> pairs = TServerLinks.pairs(endpoint.getSwitchName(), options);
        if (pairs.size() != 1) {
            throw new IllegalArgumentException("a producer speaks with one pair, servers has " + pairs.size());
        }
        String server = pairs.keySet().iterator().next();
        EngageMetrics metrics =
                new EngageMetrics(setup.meters(), server, REQUEST, TServerMessage::name, TServerAttribute::type);
        SessionView view = new SessionView();
        link = new EngageLink<>(
                options.session(server + "/" + REQUEST, pairs.get(server)),
                setup.nextLoop(),
                new Intake<>(Intake.DEFAULT_LIMIT_BYTES),
                view,
                setup.transport(options, ServerKind.T_SERVER, 0, metrics),
                timer -> protocol =
                        new RequestProtocol(options.getApplicationName(), options.getPassword(), metrics, view));
        link.start();
    }

    @Override
    protected void doStop() throws Exception {
        if (link != null) {
            link.stop().get(endpoint.getConfiguration().getStopTimeout(), TimeUnit.MILLISECONDS);
        }
        super.doStop();
    }
}
