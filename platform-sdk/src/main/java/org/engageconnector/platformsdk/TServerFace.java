package org.engageconnector.platformsdk;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.TkvFrame;

/**
 * A T-Server: the SDK registers by itself and keeps the server's first EventLinkConnected. The session gets one made of the
 * answer to a question for the server's role.
 */
final class TServerFace implements Face {

    /** The reference of the question for the role; sessions count from 1. */
    private static final int ROLE_QUERY = 0x40000001;

    /** Real error numbers are not ours: those that mean something to the session are moved out of the way. */
    private static final int FOREIGN = 1_000;

    private static final int OUR_LAST_ERROR = 3;
    private static final int NO_SUCH_REQUEST = 1_100;
    private static final int MOST_EARLY = 1_000;

    private final EventReader reader;
    private final RequestWriter writer;
    private final ArrayDeque<TkvFrame> early = new ArrayDeque<>();
    private boolean welcomed;
    private boolean linkSeen;

    TServerFace(EventReader reader, RequestWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public void send(Message request, Port port) {
        if (request.number() == TServerMessage.REQUEST_REGISTER_CLIENT) {
            port.forward(Message.of(TServerMessage.REQUEST_QUERY_SERVER)
                    .with(TServerAttribute.REFERENCE_ID, ROLE_QUERY)
                    .build());
        } else {
            port.forward(request);
        }
    }

    @Override
    public void received(TkvFrame frame, Port port) {
        Message message = frame.message();
        if (message.integer(TServerAttribute.REFERENCE_ID, 0) == ROLE_QUERY) {
            welcome(message, port);
        } else if (message.number() == TServerMessage.EVENT_LINK_CONNECTED && isHandshake(message)) {
            linkSeen = true;
        } else if (message.number() == TServerMessage.EVENT_SERVER_DISCONNECTED) {
            port.end("the SDK lost the server");
        } else if (!welcomed) {
            if (early.size() < MOST_EARLY) {
                early.add(frame);
            }
        } else {
            port.give(message.number() == TServerMessage.EVENT_ERROR ? foreign(frame) : frame);
        }
    }

    /** The first one that names an application belongs to the registration, late as it may be. */
    private boolean isHandshake(Message message) {
        return !welcomed || !linkSeen && message.has(TServerAttribute.APPLICATION_NAME);
    }

    private void welcome(Message answer, Port port) {
        if (welcomed) {
            return;
        }
        welcomed = true;
        Message.Builder connected = Message.of(TServerMessage.EVENT_LINK_CONNECTED);
        if (answer.number() == TServerMessage.EVENT_SERVER_INFO) {
            for (Message.Attribute attribute : answer.attributes()) {
                if (attribute.id() != TServerAttribute.REFERENCE_ID) {
                    connected.with(attribute.id(), attribute.value());
                }
            }
        }
        port.give(SdkConnection.frame(connected.build()));
        early.forEach(port::give);
        early.clear();
    }

    private static TkvFrame foreign(TkvFrame frame) {
        int code = frame.message().integer(TServerAttribute.ERROR_CODE, 0);
        if (code < 1 || code > OUR_LAST_ERROR) {
            return frame;
        }
        Message.Builder moved = Message.of(frame.message().number());
        for (Message.Attribute attribute : frame.message().attributes()) {
            boolean isCode = attribute.id() == TServerAttribute.ERROR_CODE;
            moved.with(attribute.id(), isCode ? (Integer) (FOREIGN + code) : attribute.value());
        }
        return SdkConnection.frame(moved.build());
    }

    @Override
    public Message refusal() {
        return Message.of(TServerMessage.EVENT_ERROR).build();
    }

    @Override
    public int referenceAttribute() {
        return TServerAttribute.REFERENCE_ID;
    }

    @Override
    public String referenceName() {
        return "ReferenceID";
    }

    @Override
    public Message read(Object theirs, Consumer<String> problems) throws Throwable {
        return reader.read(theirs, problems);
    }

    @Override
    public Object write(Message request, int earlier) throws Throwable {
        return writer.write(request);
    }

    @Override
    public Message unsupported(Message request) {
        return Message.of(TServerMessage.EVENT_ERROR)
                .with(TServerAttribute.REFERENCE_ID, request.value(TServerAttribute.REFERENCE_ID))
                .with(TServerAttribute.ERROR_CODE, NO_SUCH_REQUEST)
                .with(TServerAttribute.ERROR_MESSAGE, "the SDK has no such request")
                .build();
    }
}
