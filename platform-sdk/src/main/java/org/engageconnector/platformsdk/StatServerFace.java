package org.engageconnector.platformsdk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.tkv.TkvFrame;

/**
 * A Stat Server: the SDK registers by itself, the protocol has no sign of life but ADDP, and whether a server without a pair
 * says its mode is not public: one that says nothing for a second is taken to be primary.
 */
final class StatServerFace implements Face {

    private static final Duration MODE_WAIT = Duration.ofSeconds(1);
    private static final int PRIMARY = 1;
    private static final int MOST_EARLY = 1_000;

    private final StatReader reader;
    private final StatWriter writer;
    private final ArrayDeque<TkvFrame> early = new ArrayDeque<>();
    private TkvFrame mode;
    private boolean registered;
    private boolean modeGiven;

    StatServerFace(StatReader reader, StatWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public void send(Message request, Port port) {
        switch (request.number()) {
            case StatServerMessage.REQUEST_REGISTER -> {
                registered = true;
                port.later(mode == null ? MODE_WAIT : Duration.ZERO, () -> {
                    if (!modeGiven) {
                        give(mode == null ? primary() : mode, port);
                    }
                });
            }
            // the connection is there and ADDP holds it: the SDK would have said so otherwise
            case StatServerMessage.REQUEST_PING ->
                port.giveSoon(Message.of(StatServerMessage.EVENT_PONG)
                        .with(StatServerAttribute.REFERENCE_ID, request.value(StatServerAttribute.REFERENCE_ID))
                        .build());
            default -> port.forward(request);
        }
    }

    @Override
    public void received(TkvFrame frame, Port port) {
        if (frame.message().number() == StatServerMessage.EVENT_SERVER_MODE) {
            mode = frame;
            if (registered) {
                give(frame, port);
            }
        } else if (modeGiven) {
            port.give(frame);
        } else if (early.size() < MOST_EARLY) {
            early.add(frame);
        }
    }

    private void give(TkvFrame said, Port port) {
        modeGiven = true;
        port.give(said);
        early.forEach(port::give);
        early.clear();
    }

    private static TkvFrame primary() {
        return SdkConnection.frame(Message.of(StatServerMessage.EVENT_SERVER_MODE)
                .with(StatServerAttribute.MODE, PRIMARY)
                .build());
    }

    @Override
    public Message refusal() {
        return Message.of(StatServerMessage.EVENT_ERROR).build();
    }

    @Override
    public int referenceAttribute() {
        return StatServerAttribute.REFERENCE_ID;
    }

    @Override
    public String referenceName() {
        return "ReferenceId";
    }

    @Override
    public Message read(Object theirs, Consumer<String> problems) throws Throwable {
        return reader.read(theirs, problems);
    }

    @Override
    public Object write(Message request, int earlier) throws Throwable {
        return writer.write(request, earlier);
    }

    @Override
    public Message unsupported(Message request) {
        return null;
    }
}
