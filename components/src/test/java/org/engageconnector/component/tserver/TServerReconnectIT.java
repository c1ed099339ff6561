package org.engageconnector.component.tserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.engageconnector.component.engage.FakeServer;
import org.engageconnector.message.LeakWitness;
import org.engageconnector.message.Message;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Coming back, over real sockets, without losing what was said. */
class TServerReconnectIT {

    private static final boolean LONG = Boolean.getBoolean("long");

    @AfterAll
    static void noBufferLeaked() {
        LeakWitness.assertNothingLeaked();
    }

    /** Played for some seconds in the build, and as long as it was promised with {@code -Dlong=true}. */
    @Test
    void aServerThatIsCutAgainAndAgainLosesNothingThatItHadSentInFull() throws Exception {
        int cuts = LONG ? 120 : 12;
        Duration between = Duration.ofMillis(LONG ? 1_000 : 250);
        try (TalkingServer server = new TalkingServer();
                Listening listening = new Listening()) {
            listening.start("family=call&reconnectDelay=20&primary=" + server.address());
            for (int cut = 0; cut < cuts; cut++) {
                int sessions = cut + 1;
                await().atMost(Duration.ofSeconds(10)).until(() -> server.monitored() >= sessions);
                await().pollDelay(between).atMost(between.plusSeconds(5)).until(() -> true);
                server.cut();
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> server.monitored() > cuts);
            server.quiet();
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            live(listening.taken).size() == server.sentLive().size());
            List<Long> sent = server.sent();
            List<Long> taken = listening.taken.stream()
                    .filter(entry -> entry.message() != null)
                    .map(entry -> entry.message().longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER))
                    .toList();
            assertThat(sent.size()).isGreaterThan(cuts);
            // as sets: there are some 100,000
            Set<Long> once = new HashSet<>(taken);
            assertThat(taken).as("taken once").hasSize(once.size()).isSorted();
            assertThat(sent)
                    .as("sent in full and not taken")
                    .filteredOn(number -> !once.contains(number))
                    .isEmpty();
            assertThat(lastReplay(listening.taken)).isSubsetOf(server.everLive());
            assertThat(live(listening.taken)).isEqualTo(server.sentLive());
            listening.context.stop();
            assertThat(listening.words().stream().filter("SessionUp"::equals).count())
                    .as("every session that began has ended")
                    .isEqualTo(listening.words().stream()
                            .filter("SessionDown"::equals)
                            .count());
        }
    }

    /** The calls that live by what was said since the last session began. */
    private static Set<String> live(List<ReceivedFrame> taken) {
        Set<String> live = ConcurrentHashMap.newKeySet();
        for (ReceivedFrame entry : lastSession(taken)) {
            if (entry.message() != null && entry.message().number() == TServerMessage.EVENT_CALL_CREATED) {
                live.add(entry.message().text(TServerAttribute.CALL_UUID));
            } else if (entry.message() != null && entry.message().number() == TServerMessage.EVENT_CALL_DELETED) {
                live.remove(entry.message().text(TServerAttribute.CALL_UUID));
            }
        }
        return live;
    }

    private static Set<String> lastReplay(List<ReceivedFrame> taken) {
        return lastSession(taken).stream()
                .filter(entry ->
                        entry.message() != null && entry.message().integer(TServerAttribute.RELIABILITY, 0) == 1)
                .map(entry -> entry.message().text(TServerAttribute.CALL_UUID))
                .collect(Collectors.toSet());
    }

    private static List<ReceivedFrame> lastSession(List<ReceivedFrame> taken) {
        List<ReceivedFrame> all = new ArrayList<>(taken);
        int up = 0;
        for (int i = 0; i < all.size(); i++) {
            up = "SessionUp".equals(all.get(i).control()) ? i : up;
        }
        return all.subList(up, all.size());
    }

    /** A server whose calls begin and end all the time, whoever listens; it remembers what went out in full. */
    private static final class TalkingServer implements AutoCloseable {

        private final AtomicLong sequence = new AtomicLong();
        private final AtomicLong calls = new AtomicLong();
        private final List<Long> sent = java.util.Collections.synchronizedList(new ArrayList<>());
        private final List<String> live = new ArrayList<>();
        private final Set<String> everLive = ConcurrentHashMap.newKeySet();
        private final FakeServer server = new FakeServer(this::answer);
        private volatile boolean quiet;
        private volatile int monitored;

        String address() {
            return server.address();
        }

        int monitored() {
            return monitored;
        }

        void cut() {
            server.cut();
        }

        void quiet() {
            quiet = true;
        }

        List<Long> sent() {
            synchronized (sent) {
                return List.copyOf(sent);
            }
        }

        Set<String> everLive() {
            return everLive;
        }

        synchronized Set<String> sentLive() {
            return Set.copyOf(live);
        }

        private synchronized void answer(Channel channel, Message request) {
            Integer reference = request.integer(TServerAttribute.REFERENCE_ID);
            switch (request.number()) {
                case TServerMessage.REQUEST_REGISTER_CLIENT ->
                    channel.writeAndFlush(Message.of(TServerMessage.EVENT_LINK_CONNECTED)
                            .with(TServerAttribute.SERVER_ROLE, 0)
                            .build());
                case TServerMessage.REQUEST_START_CALL_MONITORING -> {
                    channel.writeAndFlush(Message.of(TServerMessage.EVENT_ACK)
                            .with(TServerAttribute.REFERENCE_ID, reference)
                            .build());
                    live.forEach(call -> say(channel, TServerMessage.EVENT_CALL_CREATED, call, 1));
                    monitored++;
                    channel.eventLoop().execute(() -> talk(channel));
                }
                case TServerMessage.REQUEST_QUERY_SERVER ->
                    channel.writeAndFlush(Message.of(TServerMessage.EVENT_SERVER_INFO)
                            .with(TServerAttribute.REFERENCE_ID, reference)
                            .with(TServerAttribute.SERVER_ROLE, 0)
                            .build());
                default -> {}
            }
        }

        private synchronized void talk(Channel channel) {
            if (!channel.isActive() || quiet) {
                return;
            }
            String call = "CALL" + calls.incrementAndGet();
            live.add(call);
            everLive.add(call);
            say(channel, TServerMessage.EVENT_CALL_CREATED, call, 0);
            if (live.size() > 20) {
                say(channel, TServerMessage.EVENT_CALL_DELETED, live.remove(0), 0);
            }
            channel.eventLoop().schedule(() -> talk(channel), 1, java.util.concurrent.TimeUnit.MILLISECONDS);
        }

        private void say(Channel channel, int number, String call, int reliability) {
            long id = sequence.incrementAndGet();
            channel.writeAndFlush(Message.of(number)
                            .with(TServerAttribute.CALL_UUID, call)
                            .with(TServerAttribute.RELIABILITY, reliability)
                            .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, id)
                            .build())
                    .addListener(written -> {
                        if (written.isSuccess()) {
                            sent.add(id);
                        }
                    });
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
