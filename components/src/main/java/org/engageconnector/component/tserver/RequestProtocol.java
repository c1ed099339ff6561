package org.engageconnector.component.tserver;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.SessionProtocol;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.Member;

/** The session of a producer: watches nothing, and brings answers to the requests they belong to. On the session's thread. */
final class RequestProtocol implements SessionProtocol {

    private static final String ENDED = "the session ended before the answer came";

    private final String applicationName;
    private final String password;
    private final EngageMetrics metrics;
    private final SessionView view;
    private final Map<Integer, CompletableFuture<Message>> waiting = new HashMap<>();

    private References references = new References();
    private int signOfLife;
    private Outlet outlet;

    RequestProtocol(String applicationName, String password, EngageMetrics metrics, SessionView view) {
        this.applicationName = applicationName;
        this.password = password;
        this.metrics = metrics;
        this.view = view;
    }

    /** Sends with a ReferenceID of this session's own, and completes with the first message that carries it. */
    void request(Message request, CompletableFuture<Message> answer) {
        if (outlet == null) {
            answer.completeExceptionally(new IllegalStateException("the session is not up"));
            return;
        }
        int reference = references.next();
        waiting.put(reference, answer);
        Message.Builder numbered = Message.of(request.number()).with(TServerAttribute.REFERENCE_ID, reference);
        for (Message.Attribute attribute : request.attributes()) {
            if (attribute.id() != TServerAttribute.REFERENCE_ID) {
                numbered.with(attribute.id(), attribute.value());
            }
        }
        outlet.send(numbered.build());
    }

    /** The caller has given up. */
    void forget(CompletableFuture<Message> answer) {
        waiting.values().remove(answer);
    }

    @Override
    public Message register() {
        references = new References();
        signOfLife = 0;
        return Requests.registerClient(applicationName, password);
    }

    @Override
    public Message ping() {
        signOfLife = references.next();
        return Requests.queryServer(signOfLife);
    }

    @Override
    public Verdict judge(Message message, boolean registering) {
        metrics.received(message);
        view.saw(message.number());
        return Verdicts.judge(message, registering, signOfLife);
    }

    @Override
    public void up(Member member, Outlet on, TkvFrame first) {
        outlet = on;
    }

    @Override
    public void received(TkvFrame frame) {
        Message message = frame.message();
        Integer reference = message.integer(TServerAttribute.REFERENCE_ID);
        CompletableFuture<Message> answer = reference == null ? null : waiting.remove(reference);
        if (answer != null) {
            answer.complete(message);
        }
    }

    @Override
    public void down() {
        outlet = null;
        waiting.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException(ENDED)));
        waiting.clear();
    }
}
