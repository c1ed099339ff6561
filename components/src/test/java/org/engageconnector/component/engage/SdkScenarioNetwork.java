package org.engageconnector.component.engage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvException;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.platformsdk.AddpSettings;
import org.engageconnector.platformsdk.PlatformSdk;
import org.engageconnector.platformsdk.StandIn;
import org.engageconnector.platformsdk.VirtualSdk;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;
import org.engageconnector.transport.SessionThread;
import org.engageconnector.transport.TransportSettings;

/**
 * The transport platform-sdk on the stand-in, without threads: the test is the network below the stand-in. What the adapter
 * asks on its own account, the server's role after the registration, is answered here with what EventLinkConnected said.
 */
final class SdkScenarioNetwork implements ScenarioNetwork {

    private static final String KEY = "stand-in.network";
    private static final int OF_THE_ADAPTER = 0x40000000;
    private static final PlatformSdk SDK = PlatformSdk.load(StandIn.asItIs().folder(), AddpSettings.DEFAULT);

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Message> requests = new ArrayDeque<>();
    private final List<String> badFrames = new ArrayList<>();
    private final EngageTransport transport;
    private Link link;
    private Member member;
    private Message welcome;
    private boolean reading = true;
    private boolean serving;

    SdkScenarioNetwork(VirtualTimer timer, ServerKind kind) {
        System.getProperties().put(KEY, (BiFunction<String, Map<String, Object>, Map<String, Object>>) this::connected);
        TransportSettings settings = new TransportSettings(
                kind,
                "engage-connector",
                "secret",
                1,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                null,
                StandardCharsets.UTF_8,
                word -> {});
        this.transport = VirtualSdk.transport(SDK, settings, new SessionThread() {
            @Override
            public void execute(Runnable task) {
                tasks.add(task);
            }

            @Override
            public Cancellation schedule(Duration delay, Runnable task) {
                return timer.schedule(delay, task)::cancel;
            }

            @Override
            public boolean isHere() {
                return true;
            }
        });
    }

    /** One connection below the stand-in. */
    private static final class Link {

        private final Runnable opened;
        private final Consumer<byte[]> bytes;
        private final Consumer<Throwable> closed;
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private boolean accepted;
        private boolean open = true;
        private boolean halfOpen;

        @SuppressWarnings("unchecked")
        private Link(Map<String, Object> ends) {
            opened = (Runnable) ends.get("opened");
            bytes = (Consumer<byte[]>) ends.get("bytes");
            closed = (Consumer<Throwable>) ends.get("closed");
        }

        private void end(Throwable cause) {
            if (open) {
                open = false;
                closed.accept(cause);
            }
        }
    }

    private Map<String, Object> connected(String address, Map<String, Object> ends) {
        Link made = new Link(ends);
        link = made;
        Consumer<byte[]> send = bytes -> {
            if (!made.halfOpen) {
                made.sent.writeBytes(bytes);
            }
        };
        Runnable close = () -> made.end(null);
        return Map.of("send", send, "close", close);
    }

    @Override
    public String name() {
        return PlatformSdk.NAME;
    }

    @Override
    public Connection connect(Member to, Listener listener) {
        if (link != null && link.open) {
            throw new IllegalStateException("a second connection while there is one");
        }
        member = to;
        link = null;
        welcome = null;
        requests.clear();
        reading = true;
        return new Watched(to, listener).connection();
    }

    /** A connection whose reading and end the test sees. */
    private final class Watched implements Listener {

        private final Listener session;
        private final Connection made;
        private Connection shown;

        private Watched(Member to, Listener session) {
            this.session = session;
            this.made = transport.connect(to, this);
        }

        private Connection connection() {
            shown = new Connection() {
                @Override
                public void send(Message message) {
                    made.send(message);
                }

                @Override
                public void read(boolean on) {
                    reading = on;
                    made.read(on);
                }

                @Override
                public void close() {
                    made.close();
                }
            };
            return shown;
        }

        @Override
        public void opened(Connection connection) {
            session.opened(shown);
        }

        @Override
        public void received(Connection connection, TkvFrame frame) {
            session.received(shown, frame);
        }

        @Override
        public void closed(Connection connection, String reason) {
            badFrames.add(reason == null ? "" : reason.split(":")[0]);
            session.closed(shown, reason);
        }
    }

    @Override
    public Member pending() {
        return link != null && link.open && !link.accepted ? member : null;
    }

    @Override
    public boolean isOpen() {
        return link != null && link.open && link.accepted;
    }

    @Override
    public boolean isReading() {
        return reading;
    }

    @Override
    public List<String> badFrames() {
        return badFrames;
    }

    @Override
    public void accept() {
        link.accepted = true;
        link.opened.run();
        settle();
    }

    @Override
    public void refuse() {
        link.end(new ConnectException("Connection refused"));
        settle();
    }

    @Override
    public void bytes(byte[] bytes) {
        if (link.open && !link.halfOpen) {
            note(bytes);
            link.bytes.accept(bytes);
        }
        settle();
    }

    /** What a server said of itself is what it answers to the question for its role. */
    private void note(byte[] bytes) {
        if (bytes.length >= 8 && ByteBuffer.wrap(bytes).getInt() == bytes.length - 4) {
            try {
                Message said = Tkv.decode(bytes);
                boolean first = welcome == null && said.number() == TServerMessage.EVENT_LINK_CONNECTED;
                welcome = first ? said : welcome;
            } catch (TkvException broken) {
                // broken on purpose
                return;
            }
        }
    }

    @Override
    public void cut() {
        link.end(null);
        settle();
    }

    @Override
    public void reset() {
        link.end(new IOException("Connection reset by peer"));
        settle();
    }

    @Override
    public void halfOpen() {
        link.halfOpen = true;
    }

    @Override
    public void serve() {
        serving = true;
    }

    @Override
    public Message request() {
        settle();
        return requests.poll();
    }

    @Override
    public void settle() {
        boolean busy = true;
        while (busy) {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            busy = take() || !tasks.isEmpty();
        }
    }

    /** @return whether the adapter was answered */
    private boolean take() {
        if (link == null || link.sent.size() == 0) {
            return false;
        }
        ByteBuffer sent = ByteBuffer.wrap(link.sent.toByteArray());
        link.sent.reset();
        boolean answered = false;
        while (sent.hasRemaining()) {
            byte[] frame = new byte[4 + sent.getInt(sent.position())];
            sent.get(frame);
            Message request = Tkv.decode(frame);
            boolean adapter = request.integer(TServerAttribute.REFERENCE_ID, 0) > OF_THE_ADAPTER;
            if (!adapter || serving) {
                requests.add(request);
            } else if (welcome != null) {
                answered = true;
                link.bytes.accept(Tkv.encode(answer(request)));
            }
        }
        return answered;
    }

    private Message answer(Message request) {
        Message.Builder answer = Message.of(TServerMessage.EVENT_SERVER_INFO)
                .with(TServerAttribute.REFERENCE_ID, request.integer(TServerAttribute.REFERENCE_ID));
        welcome.attributes().forEach(attribute -> answer.with(attribute.id(), attribute.value()));
        return answer.build();
    }

    @Override
    public void close() {
        System.getProperties().remove(KEY);
    }
}
